package org.tocsin.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tocsin.figure.Period;

/**
 * What a source has covered, as known at a moment, and how late it usually is.
 *
 * @param spans the days it was whole for, in order and apart; none after the day it was asked
 * @param confirmed the days on which it was asked and gave a whole answer to something, in order and apart
 * @param absenceIsZero whether silence inside a covered span means zero
 * @param usualLagDays after how many days it has usually published; what to assume until that is learned
 * @param staleAfterDays how long a stock holds after its as-of day
 */
public record Coverage(
        List<Period> spans, List<Period> confirmed, boolean absenceIsZero, int usualLagDays, int staleAfterDays) {
    public Coverage {
        spans = List.copyOf(spans);
        confirmed = List.copyOf(confirmed);
    }

    Coverage withLag(int days) {
        return new Coverage(spans, confirmed, absenceIsZero, days, staleAfterDays);
    }

    /** The last day on which the source gave a whole answer; far past if never. */
    public LocalDate confirmedOn() {
        return confirmed.isEmpty()
                ? LocalDate.EPOCH
                : confirmed.get(confirmed.size() - 1).end();
    }

    /** Whether every day of a window lies in the covered spans. */
    public boolean covers(Period window) {
        return spans.stream()
                .anyMatch(span ->
                        !window.start().isBefore(span.start()) && !window.end().isAfter(span.end()));
    }

    /**
     * Whether no more is to be expected of a window: the usual lag has passed, and the source was asked about its days. What lies
     * before the first day it ever covered was told as history, and a source that never says what it covers has only its lag.
     */
    boolean isComplete(Period window, LocalDate today) {
        if (!isPastLag(window, today)) {
            return false;
        }
        if (spans.isEmpty() || window.end().isBefore(spans.get(0).start())) {
            return true;
        }
        LocalDate first = spans.get(0).start();
        return covers(window.start().isBefore(first) ? new Period(first, window.end()) : window);
    }

    boolean isPastLag(Period window, LocalDate today) {
        return !today.isBefore(window.end().plusDays(usualLagDays));
    }

    /** Whether a statement still holds on a day: it is stale from its as-of day, or from when its source last answered with it. */
    boolean isFresh(Belief statement, LocalDate day) {
        LocalDate asOf = statement.period().end();
        LocalDate answered = statement.isOverwritten() ? lastConfirmed(day) : asOf;
        LocalDate from = answered.isAfter(asOf) ? answered : asOf;
        return ChronoUnit.DAYS.between(from, day) <= staleAfterDays;
    }

    private LocalDate lastConfirmed(LocalDate day) {
        LocalDate last = LocalDate.EPOCH;
        for (Period answered : confirmed) {
            if (!answered.start().isAfter(day)) {
                last = Spread.earlier(answered.end(), day);
            }
        }
        return last;
    }
}
