package org.tocsin.bench;

import java.util.BitSet;

/**
 * What the alarms of one or several series count up to, in the terms of the benchmark's README. An episode is an alarm with none in
 * the two periods before it.
 *
 * @param atOnce escalations with an alarm in their first period
 * @param detected escalations with an alarm soon enough
 * @param delays over the detected ones, the periods from onset to first alarm together
 * @param quiet what the alarms were in quiet windows
 * @param near episodes that begin near an escalation
 */
record Tally(int escalations, int atOnce, int detected, int delays, Quiet quiet, int episodes, int near) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, new Quiet(0, 0, 0), 0, 0);

    /**
     * False alarms for certain.
     *
     * @param years how many years of series are quiet
     */
    record Quiet(double years, int alarms, int episodes) {
        Quiet plus(Quiet other) {
            return new Quiet(years + other.years, alarms + other.alarms, episodes + other.episodes);
        }
    }

    static Tally of(Benchmark benchmark, Labelled series, BitSet alarms) {
        int detected = 0;
        int atOnce = 0;
        int delays = 0;
        for (int onset : series.onsets()) {
            int first = alarms.nextSetBit(onset);
            if (first >= 0 && first <= onset + benchmark.detectedWithin()) {
                detected++;
                atOnce += first == onset ? 1 : 0;
                delays += first - onset;
            }
        }
        BitSet episodes = episodes(alarms);
        Quiet quiet = new Quiet(
                series.quiet().cardinality() / (double) benchmark.periodsAYear(),
                common(alarms, series.quiet()),
                common(episodes, series.quiet()));
        int near = common(episodes, series.near());
        return new Tally(series.onsets().size(), atOnce, detected, delays, quiet, episodes.cardinality(), near);
    }

    private static BitSet episodes(BitSet alarms) {
        BitSet episodes = new BitSet();
        int before = -3;
        for (int index = alarms.nextSetBit(0); index >= 0; index = alarms.nextSetBit(index + 1)) {
            episodes.set(index, index - before > 2);
            before = index;
        }
        return episodes;
    }

    private static int common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }

    Tally plus(Tally other) {
        return new Tally(
                escalations + other.escalations,
                atOnce + other.atOnce,
                detected + other.detected,
                delays + other.delays,
                quiet.plus(other.quiet),
                episodes + other.episodes,
                near + other.near);
    }

    double recall() {
        return share(detected, escalations);
    }

    double recallAtOnce() {
        return share(atOnce, escalations);
    }

    double delay() {
        return share(delays, detected);
    }

    /** Quiet alarms per year of a series. */
    double quietAlarms() {
        return share(quiet.alarms(), quiet.years());
    }

    /** Quiet episodes per year of a series. */
    double quietEpisodes() {
        return share(quiet.episodes(), quiet.years());
    }

    /** A lower bound, for many real escalations are not labelled. */
    double precision() {
        return share(near, episodes);
    }

    double f1() {
        return share(2 * recall() * precision(), recall() + precision());
    }

    private static double share(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }
}
