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
import org.tocsin.notify.Plain;
import org.tocsin.notify.Telling;
import org.tocsin.phrase.Label;
import org.tocsin.phrase.Phrases;
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
        return new Telling(notice, phrases).sentence() + ".";
    }

    /** The address of a page; empty for anything but http and https. */
    static String link(@Nullable URI link) {
        return Plain.link(link);
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
