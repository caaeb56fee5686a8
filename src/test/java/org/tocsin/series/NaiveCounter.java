package org.tocsin.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;
import org.tocsin.series.History.Home;
import org.tocsin.series.History.Numbers;
import org.tocsin.series.Naive.Held;

/** Turns running totals into flows, one place after the other. */
final class NaiveCounter {
    /** A flow over some days. */
    record Flow(Period period, Numbers numbers) {}

    /** One counter: what it counts from, if that was ever said, its last total, and the flows it has made. */
    private static final class Counter {
        @Nullable
        LocalDate start;

        LocalDate asOf;
        BigDecimal total;
        final List<Integer> flows = new ArrayList<>();
    }

    private NaiveCounter() {}

    static List<Flow> asSaid(List<Held> believed) {
        return believed.stream()
                .filter(held -> held.said().numbers().value() != null)
                .map(held -> new Flow(held.said().period(), held.said().numbers()))
                .toList();
    }

    static List<Flow> flows(List<Held> believed) {
        List<Flow> flows = new ArrayList<>();
        for (Home home : Home.values()) {
            TreeMap<LocalDate, Held> byDay = new TreeMap<>();
            believed.stream()
                    .filter(held ->
                            held.said().home() == home && held.said().numbers().value() != null)
                    .sorted(Comparator.comparing(Held::from)
                            .thenComparing(held -> held.said().period().start())
                            .thenComparing(Held::key))
                    .forEach(held -> byDay.put(held.asOf(), held));
            flows.addAll(ofOnePlace(List.copyOf(byDay.values())));
        }
        return flows;
    }

    private static List<Flow> ofOnePlace(List<Held> statements) {
        List<Flow> flows = new ArrayList<>();
        List<Counter> counters = new ArrayList<>();
        for (Held held : statements) {
            LocalDate start = held.said().period().days() == 1
                    ? null
                    : held.said().period().start();
            BigDecimal total = Naive.number(held.said().numbers().value());
            Counter counter = find(counters, start);
            if (counter == null || isHalved(counter.total, total)) {
                counter = new Counter();
                counters.add(counter);
                if (start != null) {
                    counter.flows.add(flows.size());
                    flows.add(new Flow(held.said().period(), held.said().numbers()));
                }
            } else {
                BigDecimal rise = total.subtract(counter.total);
                if (rise.signum() >= 0) {
                    counter.flows.add(flows.size());
                    flows.add(flow(new Period(counter.asOf.plusDays(1), held.asOf()), rise));
                }
                for (int i = counter.flows.size() - 1; i >= 0 && rise.signum() < 0; i--) {
                    Flow flow = flows.get(counter.flows.get(i));
                    BigDecimal left = Naive.number(flow.numbers().value()).add(rise);
                    flows.set(counter.flows.get(i), flow(flow.period(), left.max(BigDecimal.ZERO)));
                    rise = left.min(BigDecimal.ZERO);
                }
                counters.remove(counter);
                counters.add(counter);
            }
            counter.start = start == null ? counter.start : start;
            counter.asOf = held.asOf();
            counter.total = total;
        }
        return flows;
    }

    /** The last counter with that start; one whose start nobody has said may be the same, and so may any if none is said now. */
    private static @Nullable Counter find(List<Counter> counters, @Nullable LocalDate start) {
        if (counters.isEmpty()) {
            return null;
        }
        Counter last = counters.get(counters.size() - 1);
        if (start == null || last.start == null) {
            return last;
        }
        Counter found = null;
        for (Counter counter : counters) {
            found = start.equals(counter.start) ? counter : found;
        }
        return found;
    }

    private static boolean isHalved(BigDecimal before, BigDecimal now) {
        return before.signum() > 0 && now.add(now).compareTo(before) <= 0;
    }

    private static Flow flow(Period period, BigDecimal value) {
        return new Flow(period, new Numbers(value, null, null));
    }
}
