package org.tocsin.collect.ucdp;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.figure.Area;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/** One event: who died in it, all of them and the civilians among them. Actors and what the sources tell of them stay in the archive. */
final class GedEvent {
    /** A month is known to which an event of this precision belongs, or a span of more than a week. */
    private static final int TO_THE_MONTH = 4;

    /** A year is known, or a span of more than a month. */
    private static final int TO_THE_YEAR = 5;

    private static final BigDecimal HIGHEST_NUMBER = new BigDecimal("1e12");

    private static final int WEEK = 7;
    private static final int LONGEST_MONTH = 31;

    private final Row row;
    private final Version version;
    private final Document document;

    GedEvent(Row row, Version version, Document document) {
        this.row = row;
        this.version = version;
        this.document = document;
    }

    void tell(Intake intake) {
        Quantity all = killed();
        Optional<Quantity> civilians = civilians();
        intake.figure(figure("", Population.ALL, all, "best"));
        civilians.ifPresent(
                among -> intake.figure(figure("civilians", Population.CIVILIANS, among, "deaths_civilians")));
    }

    private Figure figure(String part, Population population, Quantity quantity, String field) {
        Line line = Line.of(
                Attribution.of(UcdpCollector.ID, Basis.ESTIMATED),
                Measure.of(Metric.KILLED),
                population,
                Cause.CONFLICT);
        Status status = version.isFinal() ? Status.FINAL : Status.PROVISIONAL;
        Event event = new Event(row.findText("conflict_name").orElse(null), null);
        URI page = URI.create("https://ucdp.uu.se/country/" + country());
        return new Figure(
                SeriesKey.part(line, place()),
                SourceRecord.of(number("id"), part),
                new Statement(period(), quantity, status, event),
                new Provenance(page, null, document.sha256(), row.pointer(field)));
    }

    /**
     * UCDP's best estimate with its bounds.
     *
     * <p>In some events the best estimate lies outside the bounds (10 with 9 to 9), or the low bound above the high one (18 with 18 to
     * 17); the bound that contradicts the best estimate is left out.
     */
    private Quantity killed() {
        BigDecimal best = row.count("best");
        BigDecimal low = row.findCount("low").orElse(null);
        BigDecimal high = row.findCount("high").orElse(null);
        return new Quantity(
                best,
                low == null || low.compareTo(best) > 0 ? null : low,
                high == null || high.compareTo(best) < 0 ? null : high,
                Qualifier.ESTIMATED);
    }

    /** The civilians among the best estimate; where nobody knows who some of the dead were, there may be more. */
    private Optional<Quantity> civilians() {
        boolean unknown = row.findCount("deaths_unknown")
                .filter(dead -> dead.signum() > 0)
                .isPresent();
        Qualifier qualifier = unknown ? Qualifier.AT_LEAST : Qualifier.ESTIMATED;
        return row.findCount("deaths_civilians").map(dead -> Quantity.of(dead, qualifier));
    }

    /**
     * The days within which it happened.
     *
     * <p>{@code date_prec} of the GED codebook: 1 the day is known, 2 two to six days, 3 a week, 4 a month or more than a week, 5 a year
     * or more than a month. The stated days say which; where they are fewer than the precision allows, the event is filed under a day
     * that nobody claims, and the whole month or year is meant.
     */
    private Period period() {
        Period stated = new Period(row.date("date_start"), row.date("date_end"));
        int precision = precision();
        LocalDate start = stated.start();
        LocalDate end = stated.end();
        if (precision == TO_THE_YEAR && stated.days() <= LONGEST_MONTH) {
            return new Period(
                    start.with(TemporalAdjusters.firstDayOfYear()), end.with(TemporalAdjusters.lastDayOfYear()));
        }
        if (precision == TO_THE_MONTH && stated.days() <= WEEK) {
            return new Period(
                    start.with(TemporalAdjusters.firstDayOfMonth()), end.with(TemporalAdjusters.lastDayOfMonth()));
        }
        return stated;
    }

    private int precision() {
        BigDecimal precision = row.findCount("date_prec").orElse(BigDecimal.ONE);
        if (precision.signum() == 0 || precision.compareTo(BigDecimal.valueOf(TO_THE_YEAR)) > 0) {
            throw new InvalidFigureException("date_prec", "is none of 1 to 5: " + precision);
        }
        return precision.intValueExact();
    }

    private Place place() {
        Area admin1 = area("adm_1");
        return new Place(
                GleditschWard.iso3(
                        country(),
                        admin1 == null ? row.findText("where_coordinates").orElse("") : admin1.name()),
                admin1,
                admin1 == null ? null : area("adm_2"));
    }

    private String country() {
        return number("country_id");
    }

    private String number(String field) {
        BigDecimal number = row.count(field);
        if (number.compareTo(HIGHEST_NUMBER) > 0) {
            throw new InvalidFigureException(field, "is absurd: " + number);
        }
        return number.toPlainString();
    }

    private @Nullable Area area(String field) {
        return row.findText(field).map(Area::named).orElse(null);
    }
}
