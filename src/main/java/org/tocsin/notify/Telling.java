package org.tocsin.notify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Area;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Unit;
import org.tocsin.phrase.Fact;
import org.tocsin.phrase.Phrases;
import org.tocsin.phrase.Where;

/** Says a notice in a reader's language: the one wording that mails, pages, answers of the API and the terminal share. */
public record Telling(Notice notice, Phrases phrases) {
    /** What happened, without the full stop: number with qualifier, whom, why, where, when, and how firm it is. */
    public String sentence() {
        String sentence = gauge() == null ? phrases.sentence(fact()) : gauged("sentence");
        if (notice.reading().mark() == Notice.Mark.UNCONFIRMED_JUMP) {
            sentence = phrases.say("unconfirmed", Map.of("sentence", sentence));
        }
        return notice.reading().soFar() ? phrases.say("so_far", Map.of("sentence", sentence)) : sentence;
    }

    /** The same as short as a subject line needs it. */
    public String headline() {
        String headline = gauge() == null ? phrases.headline(fact()) : gauged("headline");
        if (notice.reading().mark() == Notice.Mark.UNCONFIRMED_JUMP) {
            headline = phrases.say("unconfirmed", Map.of("sentence", headline));
        }
        Notice.Plan plan = notice.topic().detail().plan();
        return plan == null ? headline : phrases.say("of_plan", Map.of("headline", headline, "plan", plan.code()));
    }

    /** Against what, as part of a sentence; empty where the rule compares with nothing earlier. */
    public String comparison() {
        return against(phrases::comparison);
    }

    /** The same under its heading. */
    public String compared() {
        return against(phrases::compared);
    }

    /** What a number of the rule is, also where it does not count what the measure counts. */
    public String quantity(Quantity quantity) {
        BigDecimal value = quantity.value();
        return gauge() == null || value == null ? phrases.quantity(quantity, unit()) : gauged(value);
    }

    /** What a value has to reach, in words of the same kind. */
    public String threshold(BigDecimal threshold) {
        return gauge() == null ? phrases.threshold(threshold, unit()) : gauged(threshold);
    }

    /** That a number which does not count what the measure counts is back in its bounds. */
    public String over() {
        return gauged("over");
    }

    /** What is to be known of an unconfirmed jump; empty for any other number. */
    public String mark() {
        return notice.reading().mark() == Notice.Mark.UNCONFIRMED_JUMP ? phrases.say("unconfirmed.why", Map.of()) : "";
    }

    /** The short name of the crisis or country. */
    public String scope() {
        return phrases.scope(fullScope());
    }

    public String fullScope() {
        return Plain.line(notice.topic().scope().name());
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

    private Notice.@Nullable Gauge gauge() {
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
