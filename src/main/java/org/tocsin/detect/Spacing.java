package org.tocsin.detect;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the values of a series usually lie apart.
 *
 * @param days the median distance; 1 if there are fewer than two values
 * @param interval null if there are fewer than two values
 */
record Spacing(int days, @Nullable Interval interval) {
    private static final int MOST_OF_DAY = 3;
    private static final int MOST_OF_WEEK = 10;
    private static final int MOST_OF_MONTH = 45;
    private static final int MOST_OF_QUARTER = 135;

    static Spacing of(List<Detection.Dated> series) {
        long[] gaps = new long[Math.max(0, series.size() - 1)];
        for (int i = 0; i < gaps.length; i++) {
            LocalDate next = series.get(i + 1).date();
            gaps[i] = next.toEpochDay() - series.get(i).date().toEpochDay();
        }
        java.util.Arrays.sort(gaps);
        int days = gaps.length == 0 ? 1 : (int) gaps[gaps.length / 2];
        return new Spacing(days, gaps.length == 0 ? null : interval(days));
    }

    private static Interval interval(int days) {
        if (days <= MOST_OF_DAY) {
            return Interval.DAY;
        }
        if (days <= MOST_OF_WEEK) {
            return Interval.WEEK;
        }
        if (days <= MOST_OF_MONTH) {
            return Interval.MONTH;
        }
        return days <= MOST_OF_QUARTER ? Interval.QUARTER : Interval.YEAR;
    }

    /** How many values make up a year. */
    int perYear() {
        return Math.max(1, new Usual(interval).perYear());
    }
}
