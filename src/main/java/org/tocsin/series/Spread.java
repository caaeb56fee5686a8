package org.tocsin.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.tocsin.figure.Period;

/**
 * Spreads a figure over its days so that the days add up exactly and stay whole: days i..j of n get round(v*j/n) - round(v*(i-1)/n).
 */
public final class Spread {
    private Spread() {}

    /** The part of {@code value}, stated over {@code period}, that falls on the days it shares with {@code window}; 0 if none. */
    public static BigDecimal share(BigDecimal value, Period period, Period window) {
        long first = Math.max(0, ChronoUnit.DAYS.between(period.start(), window.start()));
        long last = period.days() - Math.max(0, ChronoUnit.DAYS.between(window.end(), period.end()));
        if (last <= first) {
            return BigDecimal.ZERO;
        }
        return until(value, last, period.days()).subtract(until(value, first, period.days()));
    }

    /** Whether the two have a day in common. */
    public static boolean overlap(Period a, Period b) {
        return !a.end().isBefore(b.start()) && !b.end().isBefore(a.start());
    }

    private static BigDecimal until(BigDecimal value, long days, long of) {
        if (days == of) {
            return value;
        }
        return value.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(of), 0, RoundingMode.HALF_UP);
    }

    static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
