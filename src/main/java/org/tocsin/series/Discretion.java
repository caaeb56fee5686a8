package org.tocsin.series;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Event;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Unit;

/**
 * Keeps numbers from pointing at single people: says what of a figure may leave the house to readers who have no right to the
 * archive. Figures on aid or health workers, and of fewer than ten people, leave no finer than admin1 and week.
 */
public final class Discretion {
    private static final BigDecimal FEW = BigDecimal.TEN;

    private Discretion() {}

    /** Whether the source's terms let single rows be passed on. */
    public static boolean rowsMayLeave(Source source) {
        return source.terms().redistribution() == Redistribution.ROWS;
    }

    /** Whether sums over windows of this length may leave at all. */
    public static boolean mayLeave(Source source, Line line, Bucket interval) {
        return interval != Bucket.DAY || (rowsMayLeave(source) && !isProtected(line.population()));
    }

    /** Whether a value of this line stands for so few people that it leaves only in wider windows. */
    public static boolean isFew(Line line, @Nullable BigDecimal value) {
        return value != null
                && value.signum() > 0
                && value.compareTo(FEW) < 0
                && countsPeople(line.measure().unit());
    }

    /** The figure as it may leave: itself, or without what is finer than admin1 and week. */
    public static HeldFigure outside(HeldFigure figure) {
        Statement said = figure.statement();
        BigDecimal most = said.quantity().value() == null
                ? said.quantity().high()
                : said.quantity().value();
        if (!isProtected(figure.line().population()) && !isFew(figure.line(), most)) {
            return figure;
        }
        Place place = figure.where().place();
        return new HeldFigure(
                figure.id(),
                figure.line(),
                new HeldFigure.Where(
                        new Place(place.country(), place.admin1(), null),
                        figure.where().origin()),
                new Statement(weeks(said.period()), said.quantity(), said.status(), Event.NONE),
                figure.provenance(),
                figure.known());
    }

    private static Period weeks(Period period) {
        return new Period(
                Bucket.WEEK.around(period.start()).start(),
                Bucket.WEEK.around(period.end()).end());
    }

    private static boolean isProtected(Population population) {
        return population == Population.AID_WORKERS || population == Population.HEALTH_WORKERS;
    }

    private static boolean countsPeople(Unit unit) {
        return unit == Unit.PERSONS || unit == Unit.MOVEMENTS || unit == Unit.HOUSEHOLDS || unit == Unit.CASES;
    }
}
