package org.tocsin.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Pause;
import org.tocsin.collect.Run;
import org.tocsin.collect.SourceStanding;
import org.tocsin.figure.Source;

/**
 * A source, its terms, and how it stands.
 *
 * @param state {@code not_configured paused never_run fresh due overdue delinquent}; the last four by the age of its newest content
 *     against its cadence
 * @param lacking the setting without which it cannot be asked; null if there is none
 * @param failing runs that failed since the last one that did not
 * @param lastGoodRunAt the first clock: when the last run ended that did not fail
 * @param contentUntil the second clock: the last day any of its figures is about
 * @param usualLagDays how late it usually is
 */
record SourceReport(
        @JsonUnwrapped SourceAnswer source,
        String state,
        @Nullable String lacking,
        @Nullable Paused paused,
        long failing,
        @Nullable Instant lastGoodRunAt,
        @Nullable LocalDate contentUntil,
        int usualLagDays,
        @Nullable RunAnswer lastRun)
        implements Answer {
    /**
     * Why it is not asked by itself.
     *
     * @param by null for readers without a key: a public answer names no people
     */
    record Paused(Instant at, @Nullable String by, String because) {}

    static SourceReport from(Source source, SourceStanding standing, boolean withNames) {
        Pause pause = standing.pause();
        Run last = standing.last();
        return new SourceReport(
                SourceAnswer.from(source),
                standing.state().code(),
                standing.lacking(),
                pause == null ? null : new Paused(pause.at(), withNames ? pause.by() : null, pause.because()),
                standing.failures(),
                standing.clocks().succeededAt(),
                standing.clocks().contentUntil(),
                standing.clocks().lagDays(),
                last == null ? null : RunAnswer.from(last));
    }
}
