package org.tocsin.notify.email;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Unit;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Occasion;
import org.tocsin.phrase.Fact;
import org.tocsin.phrase.Phrases;

/** The sentences of one mail to one reader. */
record Wording(Notice notice, Phrases phrases, ZoneId zone) {
    /** Level, crisis, number with qualifier, cause and comparison. */
    String subject() {
        String comparison = comparison();
        return phrases.say(
                "subject",
                Map.of(
                        "level", phrases.level(notice.alarm().level().code()),
                        "occasion", phrases.occasion(notice.alarm().occasion().code()),
                        "scope", scope(),
                        "headline", phrases.headline(fact()),
                        "comparison", comparison.isEmpty() ? "" : ", " + comparison));
    }

    /** What happened. */
    String lead() {
        String sentence = sentence() + ".";
        Occasion occasion = notice.alarm().occasion();
        return switch (occasion) {
            case OPENED, ESCALATED -> sentence;
            case CORRECTED -> correction() + " " + sentence;
            case STOOD_DOWN -> standDown() + " " + sentence;
        };
    }

    /** Against what; empty where the rule compares with nothing earlier. */
    String comparison() {
        Notice.Comparison comparison = notice.reading().finding().comparison();
        if (comparison == null) {
            return "";
        }
        return phrases.comparison(
                notice.reading().quantity().value(),
                unit(),
                comparison.value(),
                comparison.period().equals(notice.reading().period())
                        ? phrases.peers()
                        : phrases.span(comparison.period(), earlier()));
    }

    /** An earlier window is over: a running total is compared over days with both ends. */
    private Kind earlier() {
        return notice.topic().measure().kind() == Kind.STOCK ? Kind.STOCK : Kind.FLOW;
    }

    String scope() {
        return Plain.line(notice.topic().scope().name());
    }

    String moment(Instant moment) {
        return phrases.moment(moment, zone);
    }

    private String sentence() {
        String sentence = phrases.sentence(fact());
        return notice.reading().soFar() ? phrases.say("so_far", Map.of("sentence", sentence)) : sentence;
    }

    private String correction() {
        Notice.Told told = notice.background().told();
        if (told == null) {
            return phrases.say("corrected", Map.of());
        }
        return phrases.correction(
                phrases.quantity(told.quantity(), unit()),
                phrases.quantity(notice.reading().quantity(), unit()));
    }

    private String standDown() {
        return phrases.standDown(
                phrases.span(notice.reading().period(), notice.topic().measure().kind()),
                notice.reading().finding().threshold(),
                unit());
    }

    private Fact fact() {
        Notice.Topic topic = notice.topic();
        return new Fact(
                topic.measure(),
                topic.population(),
                topic.cause(),
                place(),
                notice.reading().quantity(),
                notice.reading().period());
    }

    private String place() {
        Notice.Topic topic = notice.topic();
        String event = topic.event() == null ? "" : " (" + Plain.line(topic.event()) + ")";
        String area = topic.place() == null || topic.place().admin1() == null
                ? ""
                : Plain.line(topic.place().admin1().name()) + ", ";
        return area + scope() + event;
    }

    private Unit unit() {
        return notice.topic().measure().unit();
    }
}
