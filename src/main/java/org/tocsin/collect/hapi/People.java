package org.tocsin.collect.hapi;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Intake;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;

/** Reads the affected people: displaced, refugees, returnees, in need. */
final class People {
    /** The sum over sexes and over ages, which the source gives beside its parts. */
    private static final String EVERYBODY = "all";

    private static final Map<String, Metric> NEEDS =
            Map.of("INN", Metric.PEOPLE_IN_NEED, "TGT", Metric.PEOPLE_TARGETED);

    private People() {}

    /**
     * IOM's stock of one round; each round is a statement of its own day, so that the last one stands.
     *
     * <p>Operations and ways of assessing count the same people anew: each is a category, and they are never added.
     */
    static void displaced(HapiRow row, Intake intake) {
        String category = row.text("operation")
                + row.findText("assessment_type").map(type -> " (" + type + ")").orElse("");
        Line line = line("IOM DTM", Measure.of(Metric.IDPS), Population.ALL, category);
        String record = row.record("idps", "location_code", "operation", "assessment_type", "reporting_round");
        row.count("population")
                .ifPresent(people -> intake.figure(row.figure(
                        SeriesKey.total(line, row.place()), SourceRecord.of(record), row.end(), people, "population")));
    }

    /** UNHCR's people of one country of origin in one country of asylum, by the end of a year; who returned, in the year. */
    static void ofConcern(HapiRow row, Intake intake) {
        if (!isEverybody(row, "gender") || !isEverybody(row, "age_range")) {
            return;
        }
        String group = row.text("population_group");
        Optional<Metric> metric = metric(group);
        if (metric.isEmpty()) {
            return;
        }
        boolean returned = metric.get() == Metric.RETURNS;
        String origin = row.country("origin_location_code");
        String asylum = row.country("asylum_location_code");
        Population people = group.equals("RDP") ? Population.IDPS : returned ? Population.REFUGEES : Population.ALL;
        Line line = line("UNHCR", Measure.of(metric.get()), people, null);
        // Who returned is in the country of origin again, and came from that of asylum.
        SeriesKey series = returned
                ? new SeriesKey(line, Place.country(origin), asylum, Rolling.PART)
                : new SeriesKey(line, Place.country(asylum), origin, Rolling.PART);
        String record = "people:" + origin + ":" + asylum + ":" + group + ":"
                + row.period().end();
        row.count("population")
                .ifPresent(count -> intake.figure(row.figure(
                        series, SourceRecord.of(record), returned ? row.period() : row.end(), count, "population")));
    }

    /**
     * The people in need and those aimed at, over all sectors; the needs of sectors and of groups overlap and are left out.
     *
     * <p>The source leaves the category of a country's total empty and writes {@code total} for that of an area.
     */
    static void inNeed(HapiRow row, Intake intake) {
        String category = row.findText("category").orElse("total").toLowerCase(Locale.ROOT);
        String status = row.text("population_status");
        @Nullable Metric metric = NEEDS.get(status);
        if (metric == null || !row.text("sector_code").equals("Intersectoral") || !category.equals("total")) {
            return;
        }
        Line line = line("OCHA", Measure.of(metric), Population.ALL, null);
        String record = row.record("needs", "location_code", "population_status");
        row.count("population")
                .ifPresent(people -> intake.figure(row.figure(
                        SeriesKey.total(line, row.place()),
                        SourceRecord.of(record),
                        row.start(),
                        people,
                        "population")));
    }

    static Line line(String statedBy, Measure measure, Population population, @Nullable String category) {
        return new Line(
                new Attribution(HapiCollector.ID, statedBy, Basis.REPORTED),
                measure,
                population,
                Cause.ALL,
                category,
                null);
    }

    private static boolean isEverybody(HapiRow row, String field) {
        return row.findText(field).orElse("").equalsIgnoreCase(EVERYBODY);
    }

    /** Empty for groups that are counted elsewhere or overlap with others. */
    private static Optional<Metric> metric(String group) {
        return switch (group) {
            case "REF" -> Optional.of(Metric.REFUGEES);
            case "ASY" -> Optional.of(Metric.ASYLUM_SEEKERS);
            case "OIP" -> Optional.of(Metric.OTHERS_NEEDING_PROTECTION);
            case "RET", "RDP" -> Optional.of(Metric.RETURNS);
            case "ROC", "IDP", "IOC", "STA", "OOC", "HST", "RST", "NAT" -> Optional.empty();
            default -> throw new InvalidFigureException("population_group", "is none of those known: '" + group + "'");
        };
    }
}
