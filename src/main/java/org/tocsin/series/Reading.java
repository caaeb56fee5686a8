package org.tocsin.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * A line as it was read over time.
 *
 * @param interval how it was cut: as asked for, or wider where its source speaks only of wider windows
 * @param windows in order, without holes; an unknown window has no value
 * @param today the day whose knowledge it is
 * @param usualLagDays after how many days its source has usually told a window
 */
public record Reading(Bucket interval, List<Window> windows, LocalDate today, int usualLagDays, Lateness lateness) {
    public Reading {
        windows = List.copyOf(windows);
    }

    /** The share of what is known of a window in the end that its source has usually told by now, 0 to 1; null until learned. */
    public @Nullable BigDecimal usuallyKnown(Period window) {
        return lateness.usuallyKnown(window, today);
    }
}
