package org.tocsin.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Chooses among rules on some series and scores the choice on the others, so that no series judges a rule it helped to choose.
 *
 * @param candidates per rule, one tally per series, all in the same order
 */
record CrossValidation(List<List<Tally>> candidates, Aim aim) {
    private static final long SEED = 20260101;

    /** All series scored by rules chosen without them, in so many random parts; one outcome per repetition. */
    List<Tally> repeated(int times, int parts) {
        Random random = new Random(SEED);
        List<Tally> outcomes = new ArrayList<>();
        List<Integer> order = new ArrayList<>(allSeries());
        for (int time = 0; time < times; time++) {
            Collections.shuffle(order, random);
            outcomes.add(once(List.copyOf(order), parts));
        }
        return outcomes;
    }

    /** Every series scored by the rule chosen on all the others. */
    Tally leavingOneOut() {
        return once(allSeries(), allSeries().size());
    }

    private Tally once(List<Integer> order, int parts) {
        Tally outcome = Tally.NOTHING;
        for (int part = 0; part < parts; part++) {
            int ours = part;
            List<Integer> held = IntStream.range(0, order.size())
                    .filter(place -> place % parts == ours)
                    .mapToObj(order::get)
                    .toList();
            List<Integer> rest =
                    order.stream().filter(series -> !held.contains(series)).toList();
            outcome = outcome.plus(sum(best(rest), held));
        }
        return outcome;
    }

    /** The rule that clears the aim by most; among equals the one with the higher F1. */
    private List<Tally> best(List<Integer> series) {
        return candidates.stream()
                .max(Comparator.comparingDouble((List<Tally> one) -> aim.margin(sum(one, series)))
                        .thenComparingDouble(one -> f1(sum(one, series))))
                .orElseThrow();
    }

    private static double f1(Tally tally) {
        return Double.isNaN(tally.f1()) ? -1 : tally.f1();
    }

    private static Tally sum(List<Tally> tallies, List<Integer> series) {
        return series.stream().map(tallies::get).reduce(Tally.NOTHING, Tally::plus);
    }

    private List<Integer> allSeries() {
        return IntStream.range(0, candidates.get(0).size()).boxed().toList();
    }
}
