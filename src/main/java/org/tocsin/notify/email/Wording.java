package org.tocsin.notify.email;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Area;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Unit;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Occasion;
import org.tocsin.phrase.Fact;
import org.tocsin.phrase.Phrases;
import org.tocsin.phrase.Where;

/** The sentences of one mail to one reader. */
record Wording(Notice notice, Phrases phrases, ZoneId zone) {
    /** Level, crisis, number with qualifier, cause and comparison. */
    String subject() {
        String comparison = comparison();
        return phrases.say(
                isHeld() ? "subject.held" : "subject",
                Map.of(
                        "level", level(),
                        "occasion", phrases.occasion(notice.alarm().occasion().code()),
                        "scope", scope(),
                        "headline", headline(),
                        "comparison", comparison.isEmpty() ? "" : ", " + comparison));
    }

    /** Whether this is no alert, but asks coordinators to look at a number. */
    boolean isHeld() {
        return notice.alarm().occasion() == Occasion.HELD;
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
        String sentence = sentence() + ".";
        return switch (notice.alarm().occasion()) {
            case OPENED, ESCALATED -> new MailView.Lead(sentence, "");
            case CORRECTED -> correction(sentence);
            case STOOD_DOWN -> new MailView.Lead(sentence, standDown());
            case HELD -> new MailView.Lead(sentence, phrases.say("held", Map.of()));
        };
    }

    /** Against what, as part of a sentence; empty where the rule compares with nothing earlier. */
    String comparison() {
        return against(phrases::comparison);
    }

    /** The same under its heading. */
    String compared() {
        return against(phrases::compared);
    }

    private interface Comparing {
        String say(@Nullable BigDecimal now, Unit unit, BigDecimal then, String span);
    }

    private String against(Comparing comparing) {
        Notice.Comparison comparison = notice.reading().finding().comparison();
        if (comparison == null) {
            return "";
        }
        return comparing.say(notice.reading().quantity().value(), unit(), comparison.value(), span(comparison));
    }

    private String span(Notice.Comparison comparison) {
        return phrases.asKnown(days(comparison), comparison.knownAfterDays());
    }

    private String days(Notice.Comparison comparison) {
        Period judged = notice.reading().period();
        if (comparison.usual()) {
            return phrases.usual(judged, comparison.period());
        }
        return comparison.period().equals(judged) ? phrases.peers() : phrases.span(comparison.period(), earlier());
    }

    /** An earlier window is over: a running total is compared over days with both ends. */
    private Kind earlier() {
        return notice.topic().measure().kind() == Kind.STOCK ? Kind.STOCK : Kind.FLOW;
    }

    /** The short name. */
    String scope() {
        return phrases.scope(fullScope());
    }

    String fullScope() {
        return Plain.line(notice.topic().scope().name());
    }

    String moment(Instant moment) {
        return phrases.moment(moment, zone);
    }

    private String headline() {
        String headline = gauge() == null ? phrases.headline(fact()) : gauged("headline");
        Notice.Plan plan = notice.topic().detail().plan();
        return plan == null ? headline : phrases.say("of_plan", Map.of("headline", headline, "plan", plan.code()));
    }

    private String sentence() {
        String sentence = gauge() == null ? phrases.sentence(fact()) : gauged("sentence");
        return notice.reading().soFar() ? phrases.say("so_far", Map.of("sentence", sentence)) : sentence;
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
        if (finding.gauge() != null) {
            return phrases.say(key("over"), parts());
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
        BigDecimal value = quantity.value();
        return gauge() == null || value == null ? phrases.quantity(quantity, unit()) : gauged(value);
    }

    String threshold(BigDecimal threshold) {
        return gauge() == null ? phrases.threshold(threshold, unit()) : gauged(threshold);
    }

    /** Null where numbers are in the unit of the measure. */
    Notice.@Nullable Gauge gauge() {
        return notice.reading().finding().gauge();
    }

    private String gauged(BigDecimal value) {
        return phrases.say(key("amount"), Map.of("n", value.setScale(1, RoundingMode.HALF_UP)));
    }

    private String gauged(String part) {
        return phrases.say(key(part), parts());
    }

    private String key(String part) {
        return gauge() == Notice.Gauge.SILENT_DAYS ? "silent." + part : "apart." + part;
    }

    private Map<String, ?> parts() {
        return Map.of(
                "source", Plain.line(notice.origin().name()),
                "metric", phrases.metric(notice.topic().measure().metric()),
                "scope", scope(),
                "amount", quantity(notice.reading().quantity()),
                "span", phrases.span(notice.reading().period(), earlier()));
    }

    private Fact fact() {
        Notice.Topic topic = notice.topic();
        return new Fact(
                topic.measure(),
                topic.population(),
                topic.cause(),
                where(),
                notice.reading().quantity(),
                notice.reading().period());
    }

    private Where where() {
        Notice.Detail detail = notice.topic().detail();
        Area area = detail.place() == null ? null : detail.place().admin1();
        String within = detail.plan() == null
                ? Plain.line(detail.event())
                : Plain.line(detail.plan().name());
        return new Where(fullScope(), area == null ? "" : Plain.line(area.name()), within);
    }

    private Unit unit() {
        return notice.topic().measure().unit();
    }
}
