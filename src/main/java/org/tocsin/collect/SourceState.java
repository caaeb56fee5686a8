package org.tocsin.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a source does: two clocks, when it last answered and how old its newest content is.
 *
 * @param lagDays how late it usually is
 * @param succeededAt the end of its last run that did not fail; null if there was none
 * @param contentUntil the last day any of its figures is about; null if it has none
 * @param records figures stated by its last run that was merged; 0 if there was none
 * @param failures runs that failed since the last one that did not
 */
public record SourceState(
        int cadenceDays,
        int lagDays,
        @Nullable Instant succeededAt,
        @Nullable LocalDate contentUntil,
        long records,
        long failures) {
    /** Since its last run that did not fail. */
    Optional<Duration> successAge(Instant now) {
        return Optional.ofNullable(succeededAt).map(at -> atLeastNone(Duration.between(at, now)));
    }

    /** Since the start of the last day any of its figures is about. */
    Optional<Duration> contentAge(Instant now) {
        return Optional.ofNullable(contentUntil)
                .map(day -> atLeastNone(
                        Duration.between(day.atStartOfDay(ZoneOffset.UTC).toInstant(), now)));
    }

    /** Empty where it has no content. */
    Optional<Freshness> freshness(Instant now) {
        return Optional.ofNullable(contentUntil)
                .map(day -> ChronoUnit.DAYS.between(day, LocalDate.ofInstant(now, ZoneOffset.UTC)) - lagDays)
                .map(days -> Freshness.of(cadenceDays, days));
    }

    private static Duration atLeastNone(Duration age) {
        return age.isNegative() ? Duration.ZERO : age;
    }
}
