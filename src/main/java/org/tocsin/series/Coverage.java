package org.tocsin.series;

import java.time.LocalDate;
import java.util.List;
import org.tocsin.figure.Period;

/**
 * What a source has covered, as known at a moment, and how late it usually is.
 *
 * @param absenceIsZero whether silence inside a covered span means zero
 * @param usualLagDays after how many days it has usually published; what to assume until that is learned
 * @param staleAfterDays how long a stock holds after its as-of day
 * @param confirmedOn the last day for which a complete answer was had; far past if never
 */
public record Coverage(
        List<Period> spans, boolean absenceIsZero, int usualLagDays, int staleAfterDays, LocalDate confirmedOn) {
    public Coverage {
        spans = List.copyOf(spans);
    }

    /** Whether every day of a window lies in the covered spans, which may touch or overlap. */
    public boolean covers(Period window) {
        LocalDate reached = window.start();
        for (Period span : spans) {
            if (!span.start().isAfter(reached) && !span.end().isBefore(reached)) {
                reached = span.end().plusDays(1);
            }
        }
        return reached.isAfter(window.end());
    }

    boolean isPastLag(Period window, LocalDate today) {
        return !today.isBefore(window.end().plusDays(usualLagDays));
    }
}
