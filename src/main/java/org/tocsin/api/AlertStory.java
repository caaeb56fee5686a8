package org.tocsin.api;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.Alert;
import org.tocsin.alert.AlertEvent;
import org.tocsin.figure.Redistribution;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Telling;
import org.tocsin.phrase.Phrases;

/**
 * An alert with all that happened to it.
 *
 * @param said what was last told, in words and numbers; null where it was closed without a finding of its own
 */
record AlertStory(AlertAnswer alert, @Nullable Said said, List<Event> events) implements Answer {
    private static final Phrases PHRASES = Phrases.in(Locale.ENGLISH);

    /**
     * What was told.
     *
     * @param soFar whether its days are not complete yet
     * @param mark {@code unconfirmed_jump} where the number was held back as implausible and nothing has confirmed it within a day
     * @param gauge what quantity and comparison are where they do not count what the line counts: {@code silent_days} or
     *     {@code times_usual}
     * @param link to where the source says it
     */
    record Said(
            String sentence,
            LineAnswer line,
            QuantityAnswer quantity,
            PeriodAnswer period,
            boolean soFar,
            @Nullable String mark,
            @Nullable String gauge,
            @Nullable Comparison comparison,
            String attribution,
            String licence,
            boolean nonCommercial,
            String redistribution,
            @Nullable URI link) {
        static Said from(Notice notice) {
            Notice.Reading reading = notice.reading();
            Notice.Comparison against = reading.finding().comparison();
            return new Said(
                    new Telling(notice, PHRASES).sentence() + ".",
                    line(notice),
                    QuantityAnswer.from(reading.quantity()),
                    PeriodAnswer.from(reading.period()),
                    reading.soFar(),
                    code(reading.mark()),
                    code(reading.finding().gauge()),
                    against == null ? null : Comparison.from(against),
                    notice.origin().credit().attribution(),
                    notice.origin().credit().licence(),
                    notice.origin().credit().nonCommercial(),
                    (notice.origin().credit().sumsOnly() ? Redistribution.AGGREGATE_ONLY : Redistribution.ROWS).code(),
                    notice.origin().publication().link());
        }

        private static @Nullable String code(@Nullable Enum<?> constant) {
            return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
        }

        private static LineAnswer line(Notice notice) {
            Notice.Topic topic = notice.topic();
            return new LineAnswer(
                    notice.origin().source().value(),
                    notice.origin().statedBy(),
                    notice.origin().basis().code(),
                    topic.measure().metric().code(),
                    topic.measure().unit().code(),
                    topic.measure().kind().code(),
                    topic.population().code(),
                    topic.cause().code(),
                    null,
                    null);
        }
    }

    /**
     * What it was held against.
     *
     * @param knownAfterDays where it is what was known so many days after each period's end
     */
    record Comparison(
            BigDecimal value,
            PeriodAnswer period,
            boolean usual,
            @Nullable Integer knownAfterDays) {
        static Comparison from(Notice.Comparison against) {
            return new Comparison(
                    against.value(), PeriodAnswer.from(against.period()), against.usual(), against.knownAfterDays());
        }
    }

    record Event(
            long id,
            String kind,
            String level,
            boolean told,
            String by,
            String reason,
            @Nullable String decision,
            Instant at) {
        static Event from(AlertEvent event) {
            AlertEvent.Trace trace = event.trace();
            return new Event(
                    event.id(),
                    event.kind().code(),
                    event.level().code(),
                    event.told(),
                    trace.actor(),
                    trace.reason(),
                    trace.decision() == null ? null : trace.decision().toString(),
                    trace.at());
        }
    }

    static AlertStory from(Alert alert, List<AlertEvent> events, @Nullable Notice told) {
        return new AlertStory(
                AlertAnswer.from(alert),
                told == null ? null : Said.from(told),
                events.stream().map(Event::from).toList());
    }
}
