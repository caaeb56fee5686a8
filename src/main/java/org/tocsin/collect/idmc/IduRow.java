package org.tocsin.collect.idmc;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tocsin.collect.Document;
import org.tocsin.collect.Row;
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

/** One row of the dump: people displaced, or returned, in one country in the course of one event. */
final class IduRow {
    /** What the source holds of a row beside others of the same event. */
    enum Role {
        RECOMMENDED,
        TRIANGULATION,
        NONE
    }

    /** In the headline of the text for people, the only place that tells a return from a displacement: {@code 1,200 returns (...)}. */
    private static final Pattern RETURN = Pattern.compile("\\d\\s+return(s|ees?)?\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern GLIDE = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{6}-[A-Z]{3}");

    private final Row row;
    private final Document document;

    IduRow(Row row, Document document) {
        this.row = row;
        this.document = document;
    }

    String id() {
        return row.text("id");
    }

    /**
     * The event it belongs to; a row without one is an event of its own. Who returned after an event is told apart from who fled it: a
     * recommended figure of the ones says nothing of the others.
     */
    String event() {
        return row.findText("event_id")
                .map(id -> isReturn() ? id + " returns" : id)
                .orElseGet(() -> "row " + id());
    }

    Role role() {
        String role = row.findText("role").orElse("").toLowerCase(Locale.ROOT);
        return switch (role) {
            case "recommended figure" -> Role.RECOMMENDED;
            case "triangulation" -> Role.TRIANGULATION;
            case "" -> Role.NONE;
            default -> throw new InvalidFigureException("role", "is none of those known: '" + role + "'");
        };
    }

    String coordinates() {
        return row.findText("locations_coordinates").orElse("");
    }

    /** When it was entered; long ago where that is not said. */
    Instant created() {
        return row.findText("created_at").map(this::moment).orElse(Instant.MIN);
    }

    Figure figure() {
        role();
        Metric metric = isReturn() ? Metric.RETURNS : Metric.NEW_DISPLACEMENTS;
        Line line =
                Line.of(Attribution.of(IduCollector.ID, Basis.REPORTED), Measure.of(metric), Population.ALL, cause());
        return new Figure(
                SeriesKey.part(line, Place.country(row.text("iso3"))),
                SourceRecord.of(id()),
                new Statement(period(), quantity(), Status.PROVISIONAL, named()),
                new Provenance(
                        IduLink.of(row).orElse(null),
                        row.findDate("created_at").orElse(null),
                        document.sha256(),
                        row.pointer("figure")));
    }

    private boolean isReturn() {
        String text = row.findText("standard_info_text")
                .or(() -> row.findText("standard_popup_text"))
                .orElse("");
        int end = text.indexOf("</b>");
        return RETURN.matcher(end < 0 ? text : text.substring(0, end)).find();
    }

    private Cause cause() {
        String type = row.text("displacement_type").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "conflict" -> Cause.CONFLICT;
            case "disaster" -> row.findText("type").map(Cause::disaster).orElse(Cause.DISASTER);
            case "other" -> Cause.ALL;
            default -> throw new InvalidFigureException("displacement_type", "is none of those known: '" + type + "'");
        };
    }

    private Period period() {
        Optional<LocalDate> end = day("displacement_end_date").or(() -> day("displacement_date"));
        Optional<LocalDate> start = day("displacement_start_date").or(() -> end);
        LocalDate first = start.orElseThrow(() -> new InvalidFigureException("displacement_start_date", "is missing"));
        return new Period(first, end.orElse(first));
    }

    private Optional<LocalDate> day(String field) {
        return row.findText(field).map(text -> IduDay.of(field, text, row));
    }

    private Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return row.date("created_at").atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    private Quantity quantity() {
        BigDecimal people = row.count("figure");
        String said = row.findText("qualifier").orElse("total").toLowerCase(Locale.ROOT);
        Qualifier qualifier = switch (said) {
            case "total" -> Qualifier.EXACT;
            case "approximately" -> Qualifier.ABOUT;
            case "more than" -> Qualifier.MORE_THAN;
            case "more than or equal to" -> Qualifier.AT_LEAST;
            case "less than" -> Qualifier.FEWER_THAN;
            case "less than or equal to" -> Qualifier.UP_TO;
            default -> throw new InvalidFigureException("qualifier", "is none of those known: '" + said + "'");
        };
        return Quantity.of(people, qualifier);
    }

    private Event named() {
        String codes = row.findText("event_codes").orElse("");
        String glide = GLIDE.matcher(codes)
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElse(null);
        return new Event(row.findText("event_name").orElse(null), glide);
    }
}
