package org.tocsin.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.detect.Rule;

/**
 * A rule's outcome on a benchmark.
 *
 * @param raised every alarm counted, as the benchmark has it
 * @param told only what subscribers would be told of, within the rule's cool-down
 */
record Scored(String floor, Tally raised, Tally told) {
    static Scored of(Benchmark benchmark, Rule rule, List<Labelled> series) {
        Alarms alarms = new Alarms(rule);
        BigDecimal floor = rule.firing().floor();
        Tally told = sum(series.stream()
                .map(one -> Tally.of(benchmark, one, alarms.told(one)))
                .toList());
        return new Scored(floor == null ? "" : floor.toPlainString(), sum(each(benchmark, rule, series)), told);
    }

    /** Every alarm counted, series by series. */
    static List<Tally> each(Benchmark benchmark, Rule rule, List<Labelled> series) {
        Alarms alarms = new Alarms(rule);
        return series.stream()
                .map(one -> Tally.of(benchmark, one, alarms.raised(one)))
                .toList();
    }

    static Tally sum(List<Tally> tallies) {
        return tallies.stream().reduce(Tally.NOTHING, Tally::plus);
    }

    /** The sums that leave out one series each. */
    static List<Tally> without(List<Tally> tallies) {
        List<Tally> sums = new ArrayList<>();
        for (int left = 0; left < tallies.size(); left++) {
            List<Tally> rest = new ArrayList<>(tallies);
            rest.remove(left);
            sums.add(sum(rest));
        }
        return sums;
    }
}
