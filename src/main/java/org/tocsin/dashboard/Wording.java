package org.tocsin.dashboard;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Source;
import org.tocsin.figure.Terms;
import org.tocsin.figure.Unit;
import org.tocsin.notify.Notice;
import org.tocsin.phrase.Fact;
import org.tocsin.phrase.Label;
import org.tocsin.phrase.Phrases;
import org.tocsin.phrase.Where;
import org.tocsin.series.Discretion;

/** Puts numbers and what is around them into the words of a page. */
record Wording(Phrases phrases) {
    /** A number with its hedge; a dash where nothing is known. */
    String amount(@Nullable BigDecimal value, Unit unit) {
        return value == null ? "\u2013" : phrases.amount(value, unit);
    }

    String quantity(Quantity quantity, Unit unit) {
        return phrases.quantity(quantity, unit);
    }

    /** What a line counts, with who and why where that is not everybody and everything. */
    String counted(Line line) {
        StringBuilder words = new StringBuilder(phrases.metric(line.measure().metric()));
        if (line.population() != Population.ALL) {
            words.append(", ").append(phrases.population(line.population()));
        }
        if (!line.cause().equals(Cause.ALL)) {
            words.append(", ").append(phrases.cause(line.cause()));
        }
        if (line.category() != null) {
            words.append(", ").append(line.category());
        }
        return words.toString();
    }

    String standing(Line line) {
        String by = line.attribution().statedBy();
        return phrases.standing(line.attribution().basis(), by == null ? "" : by);
    }

    String span(Period period, Kind kind) {
        return phrases.span(period, kind);
    }

    String moment(Instant moment) {
        return phrases.moment(moment, ZoneOffset.UTC);
    }

    Credit credit(Source source) {
        Terms terms = source.terms();
        return new Credit(
                source.name(),
                terms.attribution(),
                terms.licence(),
                link(terms.link()),
                terms.nonCommercial() ? phrases.label(Label.NON_COMMERCIAL) : "",
                Discretion.rowsMayLeave(source) ? "" : phrases.label(Label.SUMS_ONLY));
    }

    /** What was told, in one sentence. */
    String sentence(Notice notice) {
        Notice.Topic topic = notice.topic();
        if (notice.reading().finding().gauge() != null) {
            return gauged(notice, notice.reading().finding().gauge());
        }
        String sentence = phrases.sentence(new Fact(
                topic.measure(),
                topic.population(),
                topic.cause(),
                Where.in(topic.scope().name()),
                notice.reading().quantity(),
                notice.reading().period()));
        return notice.reading().soFar()
                ? phrases.say("so_far", java.util.Map.of("sentence", sentence))
                : sentence + ".";
    }

    /** A number that does not count what the measure counts. */
    private String gauged(Notice notice, Notice.Gauge gauge) {
        String key = gauge == Notice.Gauge.SILENT_DAYS ? "silent." : "apart.";
        BigDecimal value = notice.reading().quantity().value();
        BigDecimal told = (value == null ? BigDecimal.ZERO : value).setScale(1, java.math.RoundingMode.HALF_UP);
        Period period = notice.reading().period();
        return phrases.say(
                        key + "sentence",
                        java.util.Map.of(
                                "source", notice.origin().name(),
                                "metric",
                                        phrases.metric(notice.topic().measure().metric()),
                                "scope", phrases.scope(notice.topic().scope().name()),
                                "amount", phrases.say(key + "amount", java.util.Map.of("n", told)),
                                "span", phrases.span(period, Kind.FLOW)))
                + ".";
    }

    /** Against what; empty where the rule compares with nothing earlier. */
    String comparison(Notice notice) {
        Notice.Comparison against = notice.reading().finding().comparison();
        if (against == null) {
            return "";
        }
        Kind kind = notice.topic().measure().kind() == Kind.STOCK ? Kind.STOCK : Kind.FLOW;
        return phrases.comparison(
                notice.reading().quantity().value(),
                notice.topic().measure().unit(),
                against.value(),
                span(against, notice.reading().period(), kind));
    }

    private String span(Notice.Comparison against, Period judged, Kind kind) {
        if (against.usual()) {
            return phrases.usual(judged, against.period());
        }
        return against.period().equals(judged) ? phrases.peers() : phrases.span(against.period(), kind);
    }

    /** The address of a page; empty for anything but http and https. */
    static String link(@Nullable URI link) {
        return link != null && ("https".equals(link.getScheme()) || "http".equals(link.getScheme()))
                ? link.toASCIIString()
                : "";
    }

    /**
     * The terms that go with every number.
     *
     * @param link to the licence; empty if there is none to follow
     * @param nonCommercial what to say of it; empty if there is nothing to say
     * @param sums what to say where rows stay here; empty otherwise
     */
    record Credit(String source, String attribution, String licence, String link, String nonCommercial, String sums) {
        boolean linked() {
            return !link.isEmpty();
        }
    }
}
