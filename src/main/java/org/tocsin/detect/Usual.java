package org.tocsin.detect;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of METHODS section 3 that depend on the interval. 0 stands for none: there it must be written.
 *
 * @param interval null if it is not known
 */
record Usual(@Nullable Interval interval) {
    private static final BigDecimal MONTHLY = new BigDecimal("0.02");
    private static final BigDecimal WEEKLY = new BigDecimal("0.005");

    private int of(int daily, int weekly, int monthly) {
        if (interval == null) {
            return 0;
        }
        return switch (interval) {
            case DAY -> daily;
            case WEEK -> weekly;
            case MONTH -> monthly;
            case QUARTER, YEAR, STATEMENT -> 0;
        };
    }

    /** Two years of weeks, three of months. */
    int quantileWindow() {
        return of(0, 104, 36);
    }

    int quantileHistory() {
        return of(0, 26, 12);
    }

    /** A year of weeks, two of months. */
    int countWindow() {
        return of(0, 52, 24);
    }

    int countGap() {
        return of(0, 2, 1);
    }

    BigDecimal alpha() {
        return interval == Interval.MONTH ? MONTHLY : WEEKLY;
    }

    int baseline() {
        return Math.max(12, of(28, 12, 12));
    }

    int perYear() {
        return interval == Interval.QUARTER ? 4 : of(365, 52, 12);
    }

    /** Farrington's half window, periods and what is left out are known for weeks only. */
    int ofWeeks(int weekly) {
        return of(0, weekly, 0);
    }

    /** A year. */
    int ratios() {
        return of(365, 52, 12);
    }
}
