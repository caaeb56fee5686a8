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
import org.tocsin.phrase.Fact;
import org.tocsin.phrase.Phrases;
import org.tocsin.phrase.Where;

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
     * @param link to where the source says it
     */
    record Said(
            String sentence,
            LineAnswer line,
            QuantityAnswer quantity,
            PeriodAnswer period,
            boolean soFar,
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
                    sentence(notice),
                    line(notice),
                    QuantityAnswer.from(reading.quantity()),
                    PeriodAnswer.from(reading.period()),
                    reading.soFar(),
                    against == null
                            ? null
                            : new Comparison(against.value(), PeriodAnswer.from(against.period()), against.usual()),
                    notice.origin().credit().attribution(),
                    notice.origin().credit().licence(),
                    notice.origin().credit().nonCommercial(),
                    (notice.origin().credit().sumsOnly() ? Redistribution.AGGREGATE_ONLY : Redistribution.ROWS).code(),
                    notice.origin().publication().link());
        }

        private static String sentence(Notice notice) {
            Notice.Topic topic = notice.topic();
            return PHRASES.sentence(new Fact(
                            topic.measure(),
                            topic.population(),
                            topic.cause(),
                            Where.in(topic.scope().name()),
                            notice.reading().quantity(),
                            notice.reading().period()))
                    + ".";
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

    record Comparison(BigDecimal value, PeriodAnswer period, boolean usual) {}

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
