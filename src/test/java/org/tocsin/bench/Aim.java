package org.tocsin.bench;

/** What the default rule for monthly deaths has to reach on the labelled escalations, all three at once. */
record Aim(double recall, double quietEpisodes, double precision) {
    static final Aim DEFAULT = new Aim(0.70, 0.10, 0.42);

    boolean reachedBy(Tally tally) {
        return margin(tally) >= 0;
    }

    /** The least of the three distances to the aim, each as a share of it; negative when one is missed. */
    double margin(Tally tally) {
        double least = Math.min(tally.recall() / recall - 1, 1 - tally.quietEpisodes() / quietEpisodes);
        double episodes = tally.episodes() == 0 ? -1 : tally.precision() / precision - 1;
        return Math.min(least, episodes);
    }
}
