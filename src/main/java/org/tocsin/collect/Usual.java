package org.tocsin.collect;

import java.util.List;

/** How many figures a complete run of a source usually states, so that one that states far fewer is noticed. */
public record Usual(List<Whole> runs) {
    private static final int MOST_COMPARED = 5;

    /**
     * What one run stated.
     *
     * @param days of the longest span that it was whole for
     */
    public record Whole(int stated, long days) {}

    public Usual {
        runs = List.copyOf(runs);
    }

    /**
     * The median of the last runs that were whole for at most twice as many days: a check of the last weeks states less than a first
     * load of years. 0 where there was none.
     */
    public int in(long days) {
        List<Integer> stated = runs.stream()
                .filter(run -> run.days <= 2 * days)
                .limit(MOST_COMPARED)
                .map(Whole::stated)
                .sorted()
                .toList();
        return stated.isEmpty() ? 0 : stated.get((stated.size() - 1) / 2);
    }
}
