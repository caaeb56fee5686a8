package org.tocsin.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.figure.Area;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Countries;
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
import org.tocsin.figure.SourceId;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/** What one answer of a source holds: invented figures of the shape, width and order of real ones, the same each time they are asked for. */
record Workload(String name, int size, LocalDate lastDay, Supplier<Stream<Figure>> made) {
    static final SourceId SOURCE = new SourceId("bench");

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final int MONTHS = 120;
    private static final String DOCUMENT = "3b7e".repeat(16);
    private static final int COUNTRIES = 40;

    /**
     * Events of one day with a range, as a dump of an event data set brings them: by day, the places in no order, and near half of
     * all events in a tenth of the places.
     */
    static Workload events(int count, int series) {
        List<SeriesKey> keys = series(Metric.KILLED, series);
        return new Workload("one-day", count, FIRST.plusDays(3649), () -> {
            SplittableRandom random = new SplittableRandom(1);
            return IntStream.range(0, count).mapToObj(i -> event(keys, random, i, FIRST.plusDays(i * 3650L / count)));
        });
    }

    private static Figure event(List<SeriesKey> keys, SplittableRandom random, int i, LocalDate day) {
        int place = (int) (keys.size() * Math.pow(random.nextDouble(), 3));
        int killed = 1 + random.nextInt(40);
        Quantity quantity = new Quantity(
                BigDecimal.valueOf(killed),
                BigDecimal.valueOf(killed - random.nextInt(killed)),
                BigDecimal.valueOf(killed + random.nextInt(5)),
                Qualifier.EXACT);
        return new Figure(
                keys.get(place),
                SourceRecord.of(Integer.toString(100_000 + i)),
                new Statement(Period.day(day), quantity, Status.FINAL, new Event("Government - Group " + place, null)),
                new Provenance(null, null, DOCUMENT, "/Result/" + i));
    }

    /** Numbers of the whole months of ten years, as a table that is sorted by month and then by place brings them. */
    static Workload months(int count) {
        List<SeriesKey> keys = series(Metric.INCIDENTS, (count + MONTHS - 1) / MONTHS);
        return new Workload("monthly", count, FIRST.plusMonths(MONTHS).minusDays(1), () -> {
            SplittableRandom random = new SplittableRandom(2);
            return IntStream.range(0, count).mapToObj(i -> month(keys, random, i));
        });
    }

    private static Figure month(List<SeriesKey> keys, SplittableRandom random, int i) {
        SeriesKey key = keys.get(i % keys.size());
        LocalDate month = FIRST.plusMonths(i / keys.size());
        return new Figure(
                key,
                SourceRecord.of(record(key, month), "events"),
                Statement.of(new Period(month, month.plusMonths(1).minusDays(1)), Quantity.exact(random.nextInt(90))),
                new Provenance(null, null, DOCUMENT, "row " + (i + 2)));
    }

    /** One after the other, none kept. */
    Stream<Figure> figures() {
        return made.get();
    }

    LocalDate firstDay() {
        return FIRST;
    }

    private static String record(SeriesKey key, LocalDate month) {
        Area area = key.place().admin1();
        return "political_violence:" + (area == null ? "" : area.pcode()) + ":" + month;
    }

    private static List<SeriesKey> series(Metric metric, int count) {
        Line line = Line.of(Attribution.of(SOURCE, Basis.REPORTED), Measure.of(metric), Population.ALL, Cause.CONFLICT);
        List<String> countries =
                Countries.codes().stream().sorted().limit(COUNTRIES).toList();
        List<SeriesKey> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String country = countries.get(i % COUNTRIES);
            String code = String.format(Locale.ROOT, "%s%03d", country, i / COUNTRIES);
            keys.add(SeriesKey.part(line, new Place(country, new Area("Province " + code, code), null)));
        }
        return keys;
    }
}
