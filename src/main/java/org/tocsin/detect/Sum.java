package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/** What is known of some consecutive windows together: the sum of those with a value, and how many have one. */
record Sum(BigDecimal total, int known, @Nullable Period days) {
    /** Windows {@code from} (may be negative: those are unknown) to {@code to}, last excluded. */
    static Sum of(List<Point> points, int from, int to) {
        int first = Math.max(0, from);
        if (first >= to) {
            return new Sum(BigDecimal.ZERO, 0, null);
        }
        BigDecimal total = BigDecimal.ZERO;
        int known = 0;
        for (Point point : points.subList(first, to)) {
            BigDecimal value = point.value();
            if (value != null) {
                total = total.add(value);
                known++;
            }
        }
        Period days = new Period(
                points.get(first).period().start(), points.get(to - 1).period().end());
        return new Sum(total, known, days);
    }
}
