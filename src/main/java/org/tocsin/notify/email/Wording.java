package org.tocsin.notify.email;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Unit;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Occasion;
import org.tocsin.notify.Plain;
import org.tocsin.notify.Telling;
import org.tocsin.phrase.Phrases;

/** The sentences of one mail to one reader. */
record Wording(Notice notice, Phrases phrases, ZoneId zone) {
    /** Level, crisis, number with qualifier, cause and comparison. */
    String subject() {
        String comparison = comparison();
        return phrases.say(
                isHeld() ? "subject.held" : "subject",
                Map.of(
                        "level", level(),
                        "occasion", occasion(),
                        "scope", scope(),
                        "headline", telling().headline(),
                        "comparison", comparison.isEmpty() ? "" : ", " + comparison));
    }

    /** Whether this is no alert, but asks coordinators to look at a number. */
    boolean isHeld() {
        return notice.alarm().occasion() == Occasion.HELD;
    }

    /** What happened to the alert, or why a number is held back. */
    String occasion() {
        return isOfUnknownPlace()
                ? phrases.say("held.place.subject", Map.of())
                : phrases.occasion(notice.alarm().occasion().code());
    }

    private boolean isOfUnknownPlace() {
        return isHeld() && notice.reading().finding().reason().equals("unknown_place");
    }

    /** Why the number is held back, how its wait ends, and how many more wait. */
    private String held() {
        String why = phrases.say(isOfUnknownPlace() ? "held.place" : "held", Map.of());
        Integer more = notice.background().alsoHeld();
        return more == null ? why : why + " " + phrases.say("held.more", Map.of("n", more));
    }

    /** How loud it is. */
    String level() {
        return isHeld()
                ? phrases.say("for_coordinators", Map.of())
                : phrases.level(notice.alarm().level().code());
    }

    /** Why the reader gets it. */
    String whyYou() {
        return isHeld() ? phrases.say("why_you.held", Map.of()) : phrases.say("why_you", Map.of("scope", fullScope()));
    }

    /** What happened. */
    MailView.Lead lead() {
        String sentence = telling().sentence() + ".";
        return switch (notice.alarm().occasion()) {
            case OPENED, ESCALATED -> new MailView.Lead(sentence, "");
            case CORRECTED -> correction(sentence);
            case STOOD_DOWN -> new MailView.Lead(sentence, standDown());
            case HELD -> new MailView.Lead(sentence, held());
        };
    }

    /** Against what, as part of a sentence; empty where the rule compares with nothing earlier. */
    String comparison() {
        return telling().comparison();
    }

    /** The same under its heading. */
    String compared() {
        return telling().compared();
    }

    /** What is to be known of how firm the number is; empty where there is nothing to say. */
    String mark() {
        return telling().mark();
    }

    private Telling telling() {
        return new Telling(notice, phrases);
    }

    /** The short name. */
    String scope() {
        return telling().scope();
    }

    String fullScope() {
        return telling().fullScope();
    }

    String moment(Instant moment) {
        return phrases.moment(moment, zone);
    }

    /** What was told and is no longer so; without any figure left, that all of it was taken back. */
    private MailView.Lead correction(String sentence) {
        Notice.Told told = notice.background().told();
        if (told == null) {
            return new MailView.Lead(phrases.say("corrected", Map.of()), sentence);
        }
        if (isSame(told)) {
            return new MailView.Lead(phrases.say("withdrawn", Map.of("sentence", sentence)), "");
        }
        return new MailView.Lead(
                phrases.correction(
                        quantity(told.quantity()), quantity(notice.reading().quantity())),
                sentence);
    }

    /** Whether the number is just what was told before. */
    boolean isSame(Notice.Told told) {
        BigDecimal then = told.quantity().value();
        BigDecimal now = notice.reading().quantity().value();
        return told.period().equals(notice.reading().period())
                && then != null
                && now != null
                && then.compareTo(now) == 0;
    }

    private String standDown() {
        Notice.Finding finding = notice.reading().finding();
        if ("rule_retired".equals(finding.reason())) {
            return phrases.say("rule_retired", Map.of()) + stillDisplaced();
        }
        if (finding.gauge() != null) {
            return telling().over();
        }
        String why = "stale".equals(finding.reason())
                ? phrases.say("gone_quiet", Map.of())
                : phrases.standDown(notice.reading().quantity().value(), finding.threshold(), unit());
        return why + stillDisplaced();
    }

    private String stillDisplaced() {
        return notice.background().standing().stream()
                .filter(line -> line.metric() == Metric.IDPS && line.unit() == Unit.PERSONS)
                .findFirst()
                .map(line -> " "
                        + phrases.say(
                                "still_displaced",
                                Map.of(
                                        "quantity", phrases.quantity(line.quantity(), line.unit()),
                                        "day", phrases.day(line.asOf()),
                                        "source", Plain.line(line.source()))))
                .orElse("");
    }

    /** What a number of the rule is, also where it does not count what the measure counts. */
    String quantity(Quantity quantity) {
        return telling().quantity(quantity);
    }

    String threshold(BigDecimal threshold) {
        return telling().threshold(threshold);
    }

    /** Null where numbers are in the unit of the measure. */
    Notice.@Nullable Gauge gauge() {
        return notice.reading().finding().gauge();
    }

    private Unit unit() {
        return notice.topic().measure().unit();
    }
}
