package org.tocsin.collect.gidd;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tocsin.collect.Document;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Row;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
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
 * A disaster in a country in a year: how often people fled it.
 *
 * <p>Those of one disaster who were still displaced at the end of the year are hardly ever said, and stocks of several disasters would
 * overrule each other; they stay in the archive.
 */
final class Disaster {
    private static final Pattern GLIDE = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{6}-[A-Z]{3}");
    private static final int WEEK = 7;

    private final Row row;
    private final Page page;
    private final Document document;

    Disaster(Row row, Page page, Document document) {
        this.row = row;
        this.page = page;
        this.document = document;
    }

    /**
     * Tells the disaster if its number is known.
     *
     * @param repeats how often each disaster came before in this document: the source gives them no id, and some come several times under
     *     the same name, with numbers of their own
     */
    void tell(Map<String, Integer> repeats, Intake intake) {
        String name = name();
        int count = repeats.merge(name, 1, Integer::sum);
        row.findCount("new_displacement")
                .ifPresent(people -> intake.figure(figure(count == 1 ? name : name + " #" + count, people)));
    }

    private Figure figure(String record, BigDecimal people) {
        Line line = Line.of(
                Attribution.of(GiddCollector.ID, Basis.ESTIMATED),
                Measure.of(Metric.NEW_DISPLACEMENTS),
                Population.ALL,
                row.findText("hazard_type_name").map(Cause::disaster).orElse(Cause.DISASTER));
        return new Figure(
                SeriesKey.part(line, Place.country(row.text("iso3"))),
                SourceRecord.of(record),
                new Statement(period(), Quantity.of(people, Qualifier.EXACT), Status.FINAL, event()),
                new Provenance(
                        CountryYear.LINK,
                        page.released().orElse(null),
                        document.sha256(),
                        row.pointer("new_displacement")));
    }

    /** Without its days, which a later release may set right. */
    private String name() {
        return String.join(
                "/",
                "disaster",
                row.text("iso3"),
                row.text("year"),
                row.findText("event_name").orElse(""),
                row.findText("hazard_sub_type_name").orElse(""));
    }

    /**
     * The days it took, as wide as they are known; the year it is filed under where no day is said, or where it would end before it
     * starts: one in ten rows of 2008 has day and month of its start in the other order, and nobody can say which of those that do not.
     */
    private Period period() {
        Period year = CountryYear.year(row);
        Optional<LocalDate> start = row.findDate("start_date");
        Optional<LocalDate> end = row.findDate("end_date");
        if (start.isEmpty() && end.isEmpty()) {
            return year;
        }
        LocalDate first = start.orElseGet(end::orElseThrow);
        LocalDate last = end.orElse(first);
        return last.isBefore(first)
                ? year
                : new Period(from(first, accuracy("start")), to(last, accuracy(end.isPresent() ? "end" : "start")));
    }

    private String accuracy(String side) {
        return row.findText(side + "_date_accuracy").orElse("Day").toLowerCase(Locale.ROOT);
    }

    private static LocalDate from(LocalDate day, String accuracy) {
        return switch (accuracy) {
            case "month" -> day.withDayOfMonth(1);
            case "year" -> day.withDayOfYear(1);
            default -> day;
        };
    }

    private static LocalDate to(LocalDate day, String accuracy) {
        return switch (accuracy) {
            case "week" -> day.plusDays(WEEK - 1);
            case "month" -> day.with(TemporalAdjusters.lastDayOfMonth());
            case "year" -> day.with(TemporalAdjusters.lastDayOfYear());
            default -> day;
        };
    }

    private Event event() {
        String glide = row.child("event_codes").elements().stream()
                .map(code -> code.node().asText())
                .filter(code -> GLIDE.matcher(code).matches())
                .findFirst()
                .orElse(null);
        return new Event(row.findText("event_name").orElse(null), glide);
    }
}
