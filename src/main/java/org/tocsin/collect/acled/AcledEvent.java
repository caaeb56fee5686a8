package org.tocsin.collect.acled;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.CountryNames;
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

/**
 * One event: how many died in it, the same by method, and the same again as civilians where it was aimed at them. Who did it, where
 * exactly, and what was written of it stay in the archive.
 */
final class AcledEvent {
    private static final URI LINK = URI.create("https://acleddata.com/");
    private static final String VIOLENCE_AGAINST_CIVILIANS = "Violence against civilians";
    private static final Set<String> VIOLENCE =
            Set.of("Battles", "Explosions/Remote violence", VIOLENCE_AGAINST_CIVILIANS);

    private static final int TO_THE_WEEK = 2;
    private static final int TO_THE_MONTH = 3;

    private final Row row;
    private final Document document;

    AcledEvent(Row row, Document document) {
        this.row = row;
        this.document = document;
    }

    void tell(Intake intake) {
        String type = row.text("event_type");
        Cause means = Means.of(type, row.findText("sub_event_type").orElse(""));
        // All are made before the first is told: of an event that cannot be nothing is told.
        Figure killed = killed("", Population.ALL, Cause.CONFLICT);
        Figure byMeans = killed("method", Population.ALL, means);
        Figure civilians = killed("civilians", Population.CIVILIANS, Cause.CONFLICT);
        intake.figure(killed);
        intake.figure(byMeans);
        if (type.equals(VIOLENCE_AGAINST_CIVILIANS)
                || row.findText("civilian_targeting").isPresent()) {
            intake.figure(civilians);
        }
        if (VIOLENCE.contains(type)) {
            intake.figure(incident());
        }
    }

    /** ACLED takes the lowest of several reports, and zero where none gives a number. */
    private Figure killed(String part, Population population, Cause cause) {
        Quantity quantity = Quantity.of(row.count("fatalities"), Qualifier.AT_LEAST);
        return figure(part, line(Metric.KILLED, population, cause), quantity, "fatalities");
    }

    private Figure incident() {
        Line line = line(Metric.INCIDENTS, Population.ALL, Cause.CONFLICT);
        return figure("incident", line, Quantity.exact(1), "event_id_cnty");
    }

    private static Line line(Metric metric, Population population, Cause cause) {
        return Line.of(Attribution.of(AcledCollector.ID, Basis.REPORTED), Measure.of(metric), population, cause);
    }

    private Figure figure(String part, Line line, Quantity quantity, String field) {
        return new Figure(
                SeriesKey.part(line, place()),
                SourceRecord.of(row.text("event_id_cnty"), part),
                new Statement(period(), quantity, Status.PROVISIONAL, Event.NONE),
                new Provenance(LINK, entered().orElse(null), document.sha256(), row.pointer(field)));
    }

    /** {@code time_precision} of the ACLED codebook: 1 the day is known, 2 the week, 3 the month. */
    private Period period() {
        LocalDate day = Period.day(row.date("event_date")).end();
        BigDecimal precision = row.findCount("time_precision").orElse(BigDecimal.ONE);
        if (precision.signum() == 0 || precision.compareTo(BigDecimal.valueOf(TO_THE_MONTH)) > 0) {
            throw new InvalidFigureException("time_precision", "is none of 1 to 3: " + precision);
        }
        return switch (precision.intValueExact()) {
            case TO_THE_WEEK ->
                new Period(
                        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
            case TO_THE_MONTH ->
                new Period(day.with(TemporalAdjusters.firstDayOfMonth()), day.with(TemporalAdjusters.lastDayOfMonth()));
            default -> Period.day(day);
        };
    }

    private Place place() {
        String country = row.findText("iso")
                .flatMap(CountryNames::iso3)
                .or(() -> CountryNames.iso3(row.text("country")))
                .orElseThrow(() ->
                        new InvalidFigureException("country", "is none that is known: '" + row.text("country") + "'"));
        Area admin1 = area("admin1");
        return new Place(country, admin1, admin1 == null ? null : area("admin2"));
    }

    private @Nullable Area area(String field) {
        return row.findText(field).map(Area::named).orElse(null);
    }

    /** The day it was entered or last changed. */
    private Optional<LocalDate> entered() {
        return row.findCount("timestamp").map(seconds -> {
            try {
                return LocalDate.ofInstant(Instant.ofEpochSecond(seconds.longValueExact()), ZoneOffset.UTC);
            } catch (DateTimeException | ArithmeticException e) {
                throw new InvalidFigureException("timestamp", "is no moment: " + seconds);
            }
        });
    }
}
