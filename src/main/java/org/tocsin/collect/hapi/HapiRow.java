package org.tocsin.collect.hapi;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.Document;
import org.tocsin.collect.Row;
import org.tocsin.figure.Area;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/** What the rows of all subjects have in common: where, when, and from which table. */
record HapiRow(Row row, Document document) {
    private static final URI PAGE = URI.create("https://data.humdata.org/hapi");

    private static final List<String> AREAS =
            List.of("provider_admin1_name", "provider_admin2_name", "admin1_code", "admin2_code");

    String text(String field) {
        return row.text(field);
    }

    Optional<String> findText(String field) {
        return row.findText(field);
    }

    /** As its provider names it, with the code HDX gives it: two provinces of a provider may share one code. */
    Place place() {
        String level = row.text("admin_level");
        return switch (level) {
            case "0" -> Place.country(country("location_code"));
            case "1" -> new Place(country("location_code"), area(1), null);
            case "2" -> new Place(country("location_code"), area(1), area(2));
            default -> throw new InvalidFigureException("admin_level", "is none of 0 to 2: '" + level + "'");
        };
    }

    /** A code is taken as given where it has the shape of one. */
    String country(String field) {
        String code = row.text(field);
        return CountryNames.iso3(code).orElse(code);
    }

    Period period() {
        return new Period(row.date("reference_period_start"), row.date("reference_period_end"));
    }

    /** The last day it speaks of. */
    Period end() {
        return Period.day(row.date("reference_period_end"));
    }

    /** The first day it speaks of: a plan's numbers hold from there on. */
    Period start() {
        return Period.day(row.date("reference_period_start"));
    }

    /** Provisional while the period is not over. */
    Status status() {
        return row.date("reference_period_end").isBefore(document.fetchedOn()) ? Status.FINAL : Status.PROVISIONAL;
    }

    /** What names the record for good: the fields and the place, whatever the number. */
    String record(String subject, String... fields) {
        return subject + ":" + joined(":", List.of(fields)) + joined("/", AREAS).replaceAll("^(?=.)", ":") + ":"
                + row.date("reference_period_start");
    }

    private String joined(String separator, List<String> fields) {
        return fields.stream()
                .map(field -> row.findText(field).orElse(""))
                .collect(Collectors.joining(separator))
                .replaceAll(separator + "+$", "");
    }

    Optional<BigDecimal> count(String field) {
        return row.findCount(field);
    }

    Optional<BigDecimal> number(String field) {
        return row.findNumber(field);
    }

    Figure figure(SeriesKey series, SourceRecord record, Period period, BigDecimal value, String field) {
        Statement statement = new Statement(period, Quantity.of(value, Qualifier.EXACT), status(), Event.NONE);
        return new Figure(series, record, statement, new Provenance(PAGE, null, document.sha256(), row.pointer(field)));
    }

    Period fetched() {
        return Period.day(document.fetchedOn());
    }

    private Area area(int level) {
        String name = row.findText("provider_admin" + level + "_name")
                .or(() -> row.findText("admin" + level + "_name"))
                .orElseThrow(() -> new InvalidFigureException("provider_admin" + level + "_name", "is missing"));
        return new Area(name, row.findText("admin" + level + "_code").orElse(null));
    }
}
