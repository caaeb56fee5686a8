package org.tocsin.collect.odp;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.Document;
import org.tocsin.collect.Row;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/**
 * One row about a country: people of one origin, or the displaced people of the country.
 *
 * <p>The portal adds up several population groups and labels the sum by one of them, so that a row of refugees may hold asylum-seekers too;
 * the label is what counts here. Its {@code month} is of something else; {@code date} is the day.
 */
final class People {
    private static final Pattern ARRIVED = Pattern.compile("new(ly)? arriv|cumulative", Pattern.CASE_INSENSITIVE);

    private final Row row;
    private final Document document;

    People(Row row, Document document) {
        this.row = row;
        this.document = document;
    }

    /** The number of people; empty where the portal has none, which it tells by a row of nulls. */
    Optional<Figure> figure() {
        return row.findCount("individuals").map(people -> {
            String country = country();
            Metric metric = metric();
            Kind kind = metric == Metric.ARRIVALS ? Kind.CUMULATIVE : Kind.STOCK;
            Line line = Line.of(
                    Attribution.of(OdpCollector.ID, Basis.REPORTED),
                    Measure.of(metric, kind),
                    Population.ALL,
                    // Those displaced inside their country whom UNHCR counts fled violence.
                    metric == Metric.IDPS ? Cause.CONFLICT : Cause.ALL);
            String origin = metric == Metric.IDPS ? null : origin(country);
            String from = metric == Metric.IDPS ? "" : "/" + row.text("pop_origin_code");
            return new Figure(
                    new SeriesKey(line, Place.country(country), origin, Rolling.TOTAL),
                    SourceRecord.overwritten(row.text("geomaster_id") + from, metric.code()),
                    new Statement(
                            Period.day(row.date("date")),
                            Quantity.of(people, Qualifier.EXACT),
                            Status.PROVISIONAL,
                            Event.NONE),
                    new Provenance(page(country), null, document.sha256(), row.pointer("individuals")));
        });
    }

    private static URI page(String country) {
        return URI.create("https://data.unhcr.org/en/country/" + country.toLowerCase(Locale.ROOT));
    }

    private String country() {
        return UnhcrCountries.ofNumber(row.text("geomaster_id"))
                .or(() -> row.findText("geomaster_name").flatMap(CountryNames::iso3))
                .orElseThrow(() ->
                        new InvalidFigureException("geomaster_id", "is no country's: " + row.text("geomaster_id")));
    }

    private String origin(String country) {
        String code = row.text("pop_origin_code");
        String origin = UnhcrCountries.ofCode(code)
                .or(() -> row.findText("pop_origin_name").flatMap(CountryNames::iso3))
                .orElseThrow(() -> new InvalidFigureException("pop_origin_code", "is none of UNHCR's: '" + code + "'"));
        if (origin.equals(country)) {
            throw new InvalidFigureException("pop_origin_code", "is the country they are in, which they did not leave");
        }
        return origin;
    }

    private Metric metric() {
        List<Row> groups = row.child("population_groups").elements();
        if (!groups.isEmpty()) {
            return displaced(groups);
        }
        String type = row.text("pop_type_code");
        return switch (type) {
            case "REF" -> hasArrived() ? Metric.ARRIVALS : Metric.REFUGEES;
            case "ASY" -> hasArrived() ? Metric.ARRIVALS : Metric.ASYLUM_SEEKERS;
            case "IDP" -> Metric.IDPS;
            default -> throw new InvalidFigureException("pop_type_code", "is none of those counted: '" + type + "'");
        };
    }

    /** A row summed over population groups, with their labels below it: displaced people only, for all others come by origin. */
    private static Metric displaced(List<Row> groups) {
        String types = groups.stream()
                .map(group -> group.text("pop_type_code"))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!types.equals("IDP")) {
            throw new InvalidFigureException(
                    "population_groups", "are of types " + types + ", which are counted by origin instead");
        }
        return Metric.IDPS;
    }

    /** Whether it counts everybody who came: by its label, or by the name of its only group. */
    private boolean hasArrived() {
        boolean one = row.findText("population_group_id")
                .filter(ids -> !ids.contains(","))
                .isPresent();
        boolean named =
                ARRIVED.matcher(row.findText("population_groups").orElse("")).find();
        return row.findText("pop_data_type_code").filter("NEW"::equals).isPresent() || (one && named);
    }
}
