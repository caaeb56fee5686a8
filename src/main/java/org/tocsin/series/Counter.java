package org.tocsin.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * Turns the statements of a running total into flows by difference.
 *
 * <p>The first statement with a start is a flow from its start to its as-of day. A fall of less than half with the same start is a
 * correction, taken off the latest flows before it; a fall of half or more, or another start, is a reset: the new counter is a flow
 * only from its own stated start, else a baseline. Nothing is ever a negative flow.
 */
public final class Counter {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Counter() {}

    /**
     * Flows of statements that are ordered by as-of day. A statement without a value is passed over; one whose period is a single day
     * has no stated start.
     */
    public static List<Belief> flows(List<Belief> statements) {
        List<Belief> flows = new ArrayList<>();
        Belief last = null;
        for (Belief statement : statements) {
            if (statement.value() != null) {
                take(flows, last, statement);
                last = statement;
            }
        }
        return flows;
    }

    private static void take(List<Belief> flows, @Nullable Belief last, Belief now) {
        if (last == null || isReset(last, now)) {
            if (now.period().days() > 1) {
                flows.add(now);
            }
            return;
        }
        BigDecimal rise = value(now).subtract(value(last));
        LocalDate after = last.period().end().plusDays(1);
        if (rise.signum() < 0) {
            takeOff(flows, rise.negate());
        } else if (!after.isAfter(now.period().end())) {
            flows.add(now.as(new Period(after, now.period().end()), rise));
        } else {
            flows.add(now.as(Period.day(now.period().end()), rise));
        }
    }

    /** Whether {@code now} counts anew: another start was stated, or it fell by half or more. */
    public static boolean isReset(Belief last, Belief now) {
        boolean sameStart = last.period().days() == 1
                || now.period().days() == 1
                || last.period().start().equals(now.period().start());
        boolean halved = value(last).signum() > 0 && value(now).multiply(TWO).compareTo(value(last)) <= 0;
        return !sameStart || halved;
    }

    private static void takeOff(List<Belief> flows, BigDecimal excess) {
        BigDecimal left = excess;
        for (int i = flows.size() - 1; i >= 0 && left.signum() > 0; i--) {
            Belief flow = flows.get(i);
            BigDecimal taken = value(flow).min(left);
            flows.set(i, flow.as(flow.period(), value(flow).subtract(taken)));
            left = left.subtract(taken);
        }
    }

    private static BigDecimal value(Belief belief) {
        return java.util.Objects.requireNonNull(belief.value(), "statements without a value are passed over");
    }
}
