package org.tocsin.collect.gdacs;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/**
 * One event with what it did to people so far. The source overwrites its numbers from episode to episode: the record of each stays.
 *
 * <p>A country's total counts alone; its regions lie inside it. Where there is no total the regions are its parts. Whichever of the two
 * no longer counts is taken back.
 */
final class GdacsEvent {
    private static final Map<String, String> HAZARDS = Map.of(
            "FL", "flood",
            "EQ", "earthquake",
            "TC", "storm",
            "TS", "tsunami",
            "VO", "volcanic_activity",
            "DR", "drought",
            "WF", "wildfire");

    private final Row properties;
    private final Document document;

    GdacsEvent(Row properties, Document document) {
        this.properties = properties;
        this.document = document;
    }

    void tell(Intake intake) {
        Map<String, Impact> latest = new LinkedHashMap<>();
        for (Row row : properties.child("sendai").elements()) {
            try {
                find(row, intake).ifPresent(impact -> latest.merge(record(impact), impact, Impact::later));
            } catch (InvalidFigureException e) {
                intake.rejected(row.at(), e.field(), String.valueOf(e.getMessage()));
            }
        }
        Set<String> totals = latest.values().stream()
                .filter(Impact::isTotal)
                .map(Impact::sum)
                .collect(Collectors.toSet());
        latest.values().forEach(impact -> tell(impact, totals.contains(impact.sum()), intake));
    }

    private void tell(Impact impact, boolean underTotal, Intake intake) {
        if (underTotal && !impact.isTotal()) {
            intake.withdrawn(record(impact));
            return;
        }
        try {
            intake.figure(figure(impact));
        } catch (InvalidFigureException e) {
            intake.rejected(impact.row().pointer("sendaivalue"), e.field(), String.valueOf(e.getMessage()));
            return;
        }
        if (!impact.isTotal()) {
            intake.withdrawn(record(new Impact(impact.metric(), impact.country(), "", impact.row())));
        }
    }

    private Optional<Impact> find(Row row, Intake intake) {
        if (!row.findText("latest").orElse("").equals("true")) {
            return Optional.empty();
        }
        Optional<Metric> metric = Impact.metric(row);
        if (metric.isEmpty()) {
            intake.skipped(row.at(), "sendainame", "is nothing that is counted here: '" + row.text("sendainame") + "'");
            return Optional.empty();
        }
        String country = row.text("country");
        String region = row.findText("region")
                .filter(name -> !name.equalsIgnoreCase(country))
                .orElse("");
        return Optional.of(new Impact(metric.get(), iso3(country), region, row));
    }

    /** The event's own list knows its countries by the same names. */
    private String iso3(String country) {
        return properties.child("affectedcountries").elements().stream()
                .filter(listed -> listed.findText("countryname").orElse("").equalsIgnoreCase(country))
                .flatMap(listed -> listed.findText("iso3").stream())
                .findFirst()
                .or(() -> CountryNames.iso3(country))
                .orElseThrow(() -> new InvalidFigureException("country", "is not known: '" + country + "'"));
    }

    private Figure figure(Impact impact) {
        Metric metric = impact.metric();
        Kind kind = metric == Metric.MISSING ? Kind.STOCK : Kind.CUMULATIVE;
        Line line = Line.of(
                Attribution.of(GdacsCollector.ID, Basis.REPORTED), Measure.of(metric, kind), Population.ALL, cause());
        boolean current = properties.findText("iscurrent").orElse("").equals("true");
        return new Figure(
                impact.isTotal()
                        ? SeriesKey.total(line, Place.country(impact.country()))
                        : SeriesKey.part(line, new Place(impact.country(), Area.named(impact.region()), null)),
                SourceRecord.overwritten(record(impact), metric.code()),
                new Statement(
                        period(impact, kind),
                        Quantity.of(impact.row().count("sendaivalue"), Qualifier.EXACT),
                        current ? Status.PROVISIONAL : Status.FINAL,
                        event()),
                new Provenance(
                        link(),
                        properties.findDate("datemodified").orElse(null),
                        document.sha256(),
                        impact.row().pointer("sendaivalue")));
    }

    private Period period(Impact impact, Kind kind) {
        LocalDate start = properties.date("fromdate");
        LocalDate asOf =
                impact.asOf().or(() -> properties.findDate("datemodified")).orElse(document.fetchedOn());
        LocalDate end = asOf.isBefore(start) ? start : asOf;
        return kind == Kind.STOCK ? Period.day(end) : new Period(start, end);
    }

    private String record(Impact impact) {
        return properties.text("eventtype") + properties.text("eventid") + "/" + impact.sum() + "/" + impact.region();
    }

    private Cause cause() {
        return Optional.ofNullable(HAZARDS.get(properties.text("eventtype")))
                .map(Cause::disaster)
                .orElse(Cause.DISASTER);
    }

    private Event event() {
        Optional<String> name = properties.findText("eventname").or(() -> properties.findText("name"));
        return new Event(name.orElse(null), properties.findText("glide").orElse(null));
    }

    private @Nullable URI link() {
        try {
            URI uri = new URI(properties.child("url").findText("report").orElse(""));
            return "https".equals(uri.getScheme()) && uri.getHost() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
