package org.tocsin.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One value of the series.
 *
 * @param start first day of the period
 * @param end last day of the period, itself included
 * @param value null where nothing is known: drawn as a gap, never as zero
 * @param low least plausible value, where the source gives one
 * @param high greatest plausible value, where the source gives one
 * @param complete false where the period is still running or reports are still missing
 */
public record Point(
        LocalDate start,
        LocalDate end,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        boolean complete) {
    public Point {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("point ends before it starts: " + start + " to " + end);
        }
        if (value == null && (low != null || high != null)) {
            throw new IllegalArgumentException("point of " + start + " has a range but no value");
        }
        if (value != null && low != null && low.compareTo(value) > 0) {
            throw new IllegalArgumentException("low of " + start + " is above its value: " + low + " > " + value);
        }
        if (value != null && high != null && high.compareTo(value) < 0) {
            throw new IllegalArgumentException("high of " + start + " is below its value: " + high + " < " + value);
        }
    }

    LocalDate dayAfter() {
        return end.plusDays(1);
    }
}
