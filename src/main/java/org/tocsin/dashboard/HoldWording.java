package org.tocsin.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.tocsin.figure.Countries;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Source;
import org.tocsin.figure.Unit;
import org.tocsin.phrase.Fact;
import org.tocsin.phrase.Where;
import org.tocsin.series.Discretion;
import org.tocsin.series.EndedHold;
import org.tocsin.series.FigureId;
import org.tocsin.series.HeldFigure;
import org.tocsin.series.HeldStatement;

/** The words for figures that wait. */
record HoldWording(Wording words) {
    /** What came against what; of a source that lets out sums only, no number and no place finer than a country. */
    HoldView.Came came(HeldStatement held, Source source) {
        Line line = held.figure().series().line();
        boolean open = Discretion.rowsMayLeave(source);
        return new HoldView.Came(
                open ? sentence(held) : words.counted(line) + ": a number this source lets out in sums only.",
                open ? against(held) : "",
                source.name() + ", " + words.standing(line),
                words.credit(source));
    }

    private String sentence(HeldStatement held) {
        HeldFigure shown = outside(held);
        Line line = shown.line();
        return words.phrases()
                        .sentence(new Fact(
                                line.measure(),
                                line.population(),
                                line.cause(),
                                Where.in(country(shown.where().place())),
                                shown.statement().quantity(),
                                shown.statement().period()))
                + ".";
    }

    private String against(HeldStatement held) {
        HeldStatement.Before before = held.before();
        BigDecimal now = held.figure().statement().quantity().value();
        if (before == null || now == null) {
            return "";
        }
        Unit unit = held.figure().series().line().measure().unit();
        return words.amount(before.value(), unit) + " " + words.span(Period.day(before.day()), Kind.STOCK)
                + factor(now, before.value());
    }

    /** How many times as much, or which part of it. */
    private static String factor(BigDecimal now, BigDecimal before) {
        if (now.signum() == 0 || before.signum() == 0) {
            return "";
        }
        boolean more = now.compareTo(before) >= 0;
        BigDecimal times =
                more ? now.divide(before, 1, RoundingMode.HALF_UP) : before.divide(now, 1, RoundingMode.HALF_UP);
        return ": " + (more ? "times " : "divided by ")
                + times.stripTrailingZeros().toPlainString();
    }

    /** The place as far as it may be told. */
    static String place(HeldStatement held, boolean open) {
        Place place = outside(held).where().place();
        if (!open || place.admin1() == null) {
            return country(place);
        }
        String within = place.admin1().name() + ", " + country(place);
        return place.admin2() == null ? within : place.admin2().name() + ", " + within;
    }

    private static String country(Place place) {
        return Countries.name(place.country(), Locale.ENGLISH).orElse(place.country());
    }

    private static HeldFigure outside(HeldStatement held) {
        Figure figure = held.figure();
        return Discretion.outside(new HeldFigure(
                new FigureId(0, figure.record().id(), figure.record().part()),
                figure.series().line(),
                new HeldFigure.Where(figure.series().place(), figure.series().origin()),
                figure.statement(),
                figure.provenance(),
                new HeldFigure.Known(0, held.heldAt(), null)));
    }

    static String reason(String code) {
        return switch (code) {
            case "jump" -> "It is at least 8 times the last number of its series, or at most an eighth of it.";
            case HeldStatement.UNKNOWN_PLACE -> "Its place is not known here.";
            default -> code.replace('_', ' ');
        };
    }

    static String outcome(EndedHold.Ending ending) {
        return switch (ending.as()) {
            case "released" -> "believed";
            case "dropped" -> "not believed";
            case "superseded" -> "replaced";
            default -> ending.as();
        };
    }

    /** The words of a person as they are; what a step found, in ours. */
    static String why(EndedHold.Ending ending) {
        String because = ending.because();
        if (because == null) {
            return "its source says something else now";
        }
        return ending.byItself() ? found(because) : because;
    }

    private static String found(String because) {
        return switch (because) {
            case "waited" -> "an unconfirmed jump: nothing confirmed it within a day";
            case "repeated" -> "a later fetch or statement repeats it";
            case "other_source" -> "another source says about the same";
            default -> because.replace('_', ' ');
        };
    }

    /** Who did it is for those with a key: a page names steps, not people. */
    static String by(EndedHold.Ending ending) {
        return ending.byItself() ? "by itself" : "a coordinator";
    }
}
