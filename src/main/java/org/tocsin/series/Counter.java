package org.tocsin.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * Turns the statements of a running total into flows by difference.
 *
 * <p>The first statement with a start is a flow from its start to its as-of day. A fall of less than half with the same start is a
 * correction, taken off the latest flows of the same count; a fall of half or more, or another start, is a reset: the new count is a
 * flow only from its own stated start, else a baseline. Nothing is ever a negative flow.
 */
public final class Counter {
    /** Of statements as of the same day the last of this order holds. */
    static final Comparator<Belief> LAST_KNOWN = Comparator.comparing(
                    (Belief belief) -> belief.told().knownFrom())
            .thenComparing(belief -> belief.period().start())
            .thenComparing(belief -> belief.id().record())
            .thenComparing(belief -> belief.id().part());

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final List<Belief> flows = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();

    /** Of each as-of day whose count stands on a baseline, the statement that is it. */
    private final Map<LocalDate, Belief> baselines = new HashMap<>();

    /** One count from one start: its last statement, and which flows it has made. */
    private static final class Count {
        private final List<Integer> made = new ArrayList<>();
        private @Nullable LocalDate start;
        private @Nullable Belief baseline;
        private Belief last;

        Count(Belief first) {
            this.last = first;
        }
    }

    private Counter() {}

    /**
     * Flows of the statements of one series, in any order. Of several as of the same day the one that became known last counts, for it
     * corrects the others. A statement without a value is passed over; one whose period is a single day has no stated start, and goes
     * on with the count before it.
     */
    public static List<Belief> flows(List<Belief> statements) {
        return of(statements).flows;
    }

    /**
     * The statements of one series as single statements are judged, in the order given: as said, but for a count that began by a fall of
     * half or more without stating its start. From when it counts nobody knows, so all or nothing of it may be old: its first
     * statement is a baseline and has no value here, and the later ones have what was added to it since, never less than nothing. As
     * soon as the count states its start, it is judged as said again. The first statement of all is judged as said whatever it
     * states: before it nothing was known, and what nobody had told is news.
     */
    public static List<Belief> sinceReset(List<Belief> statements) {
        Map<LocalDate, Belief> baselines = of(statements).baselines;
        return statements.stream()
                .map(statement -> {
                    Belief baseline = baselines.get(statement.period().end());
                    return baseline == null || statement.value() == null ? statement : added(statement, baseline);
                })
                .toList();
    }

    private static Belief added(Belief statement, Belief baseline) {
        boolean isLater = statement.period().end().isAfter(baseline.period().end());
        BigDecimal added = value(statement).subtract(value(baseline)).max(BigDecimal.ZERO);
        return statement.as(statement.period(), isLater ? added : null);
    }

    private static Counter of(List<Belief> statements) {
        NavigableMap<LocalDate, Belief> byDay = new TreeMap<>();
        statements.stream()
                .filter(statement -> statement.value() != null)
                .sorted(LAST_KNOWN)
                .forEach(statement -> byDay.put(statement.period().end(), statement));
        Counter counter = new Counter();
        byDay.values().forEach(counter::take);
        return counter;
    }

    private void take(Belief now) {
        LocalDate start = start(now);
        Count count = find(start);
        if (count == null || hasHalved(count.last, now)) {
            boolean isReset = count != null;
            count = new Count(now);
            if (start != null) {
                add(count, now);
            } else if (isReset) {
                count.baseline = now;
            }
        } else {
            goOn(count, now);
        }
        counts.remove(count);
        counts.add(count);
        count.start = start == null ? count.start : start;
        count.last = now;
        if (count.start == null && count.baseline != null) {
            baselines.put(now.period().end(), count.baseline);
        }
    }

    /** The count that a statement goes on with: the last one from its start, or the last one of all if either does not say its start. */
    private @Nullable Count find(@Nullable LocalDate start) {
        Count last = counts.isEmpty() ? null : counts.get(counts.size() - 1);
        if (last == null || start == null || last.start == null) {
            return last;
        }
        return counts.stream()
                .filter(count -> start.equals(count.start))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private void goOn(Count count, Belief now) {
        BigDecimal rise = value(now).subtract(value(count.last));
        if (rise.signum() < 0) {
            takeOff(count, rise.negate());
        } else {
            LocalDate after = count.last.period().end().plusDays(1);
            add(count, now.as(new Period(after, now.period().end()), rise));
        }
    }

    private void add(Count count, Belief flow) {
        count.made.add(flows.size());
        flows.add(flow);
    }

    private void takeOff(Count count, BigDecimal excess) {
        BigDecimal left = excess;
        for (int i = count.made.size() - 1; i >= 0 && left.signum() > 0; i--) {
            Belief flow = flows.get(count.made.get(i));
            BigDecimal taken = value(flow).min(left);
            flows.set(count.made.get(i), flow.as(flow.period(), value(flow).subtract(taken)));
            left = left.subtract(taken);
        }
    }

    private static boolean hasHalved(Belief last, Belief now) {
        return value(last).signum() > 0 && value(now).multiply(TWO).compareTo(value(last)) <= 0;
    }

    private static @Nullable LocalDate start(Belief statement) {
        return statement.period().days() == 1 ? null : statement.period().start();
    }

    private static BigDecimal value(Belief belief) {
        return Objects.requireNonNull(belief.value(), "statements without a value are passed over");
    }
}
