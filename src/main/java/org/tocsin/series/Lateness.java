package org.tocsin.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * How late a source is with a metric: which share of what is known of a month in the end it has usually told before.
 *
 * @param shares from 0 to 1, by days since the month's end; empty until learned from the source's own vintages
 */
public record Lateness(NavigableMap<Integer, BigDecimal> shares) {
    private static final BigDecimal ALMOST_ALL = new BigDecimal("0.95");

    public Lateness {
        shares = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(shares));
    }

    /** The share that is usually known of a window on a day; null until learned, and before the window's end. */
    public @Nullable BigDecimal usuallyKnown(Period window, LocalDate today) {
        long age = ChronoUnit.DAYS.between(window.end(), today);
        Map.Entry<Integer, BigDecimal> share =
                age < 0 ? null : shares.floorEntry((int) Math.min(age, Integer.MAX_VALUE));
        return share == null ? null : share.getValue();
    }

    /** After how many days 95 % and more are usually known, and stay known; empty if that is not learned. */
    OptionalInt lagDays() {
        OptionalInt lag = OptionalInt.empty();
        for (Map.Entry<Integer, BigDecimal> share : shares.descendingMap().entrySet()) {
            if (share.getValue().compareTo(ALMOST_ALL) < 0) {
                return lag;
            }
            lag = OptionalInt.of(share.getKey());
        }
        return lag;
    }
}
