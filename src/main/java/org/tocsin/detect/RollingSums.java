package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/** The sums of every {@code width} consecutive windows; a sum with an unknown window in it is unknown. */
final class RollingSums {
    private static final int FEWEST_STATEMENTS = 4;

    private final List<Point> points;
    private final int width;
    private final List<@Nullable BigDecimal> sums;

    private RollingSums(List<Point> points, int width, List<@Nullable BigDecimal> sums) {
        this.points = points;
        this.width = width;
        this.sums = sums;
    }

    /** A sum of earlier windows, and their days. */
    record High(BigDecimal sum, Period days) {}

    static RollingSums of(List<Point> points, int width) {
        List<@Nullable BigDecimal> sums = new ArrayList<>(points.size());
        BigDecimal total = BigDecimal.ZERO;
        int known = 0;
        for (int index = 0; index < points.size(); index++) {
            BigDecimal enters = points.get(index).value();
            total = enters == null ? total : total.add(enters);
            known += enters == null ? 0 : 1;
            BigDecimal leaves = index < width ? null : points.get(index - width).value();
            total = leaves == null ? total : total.subtract(leaves);
            known -= leaves == null ? 0 : 1;
            sums.add(known == width ? total : null);
        }
        return new RollingSums(points, width, sums);
    }

    /** The judged sum; empty when unknown. */
    @Nullable
    BigDecimal last() {
        return sums.get(sums.size() - 1);
    }

    /** The highest of the last {@code n} sums but the judged one; empty unless all of them are known. */
    @Nullable
    High highOfLast(int n) {
        int last = sums.size() - 1;
        return high(last - n + 1, last, n - 1);
    }

    /** The highest of the {@code n} sums that end before the judged one begins; empty if over a fifth of them is unknown. */
    @Nullable
    High highOfPrevious(int n) {
        int end = sums.size() - width;
        return high(end - n, end, fourFifths(n));
    }

    /** The highest statement of the last {@code days} days; empty if they are too few or do not reach back. */
    @Nullable
    High highOfDays(int days) {
        int last = sums.size() - 1;
        int first = last;
        while (first > 0 && age(first - 1) <= days) {
            first--;
        }
        while (first < last && sums.get(first) == null) {
            first++;
        }
        return age(first) < fourFifths(days) ? null : high(first, last, FEWEST_STATEMENTS);
    }

    private long age(int index) {
        return points.get(points.size() - 1).period().end().toEpochDay()
                - points.get(index).period().end().toEpochDay();
    }

    /** Rounded up. */
    private static int fourFifths(int n) {
        return (4 * n + 4) / 5;
    }

    private @Nullable High high(int from, int to, int fewest) {
        BigDecimal highest = null;
        int at = -1;
        int known = 0;
        for (int index = Math.max(0, from); index < to; index++) {
            BigDecimal sum = sums.get(index);
            known += sum == null ? 0 : 1;
            if (sum != null && (highest == null || sum.compareTo(highest) > 0)) {
                highest = sum;
                at = index;
            }
        }
        return highest == null || known < fewest ? null : new High(highest, days(at));
    }

    private Period days(int index) {
        return new Period(
                points.get(index - width + 1).period().start(),
                points.get(index).period().end());
    }
}
