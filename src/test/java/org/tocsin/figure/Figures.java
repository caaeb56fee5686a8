package org.tocsin.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Builds figures for tests: everything is given but the point. */
public final class Figures {
    public static final SourceId UCDP = new SourceId("ucdp");
    public static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private Measure measure = Measure.of(Metric.KILLED);
    private Place place = Place.country("SDN");
    private @Nullable String appeal;
    private SourceId source = UCDP;
    private SourceRecord record = SourceRecord.of("1");
    private Period period = Period.day(MONDAY);
    private Quantity quantity = Quantity.exact(1);
    private Rolling rolling = Rolling.PART;

    public static Figures killed(long value) {
        Figures figures = new Figures();
        figures.quantity = Quantity.exact(value);
        return figures;
    }

    public static Figures stock(Metric metric, long value) {
        return killed(value).measured(Measure.of(metric));
    }

    public Figures measured(Measure as) {
        measure = as;
        return this;
    }

    public Figures from(SourceId from) {
        source = from;
        return this;
    }

    public Figures in(String country) {
        place = Place.country(country);
        return this;
    }

    public Figures at(Place where) {
        place = where;
        return this;
    }

    public Figures total() {
        rolling = Rolling.TOTAL;
        return this;
    }

    public Figures appeal(String code) {
        appeal = code;
        return this;
    }

    public Figures record(String id) {
        record = SourceRecord.of(id);
        return this;
    }

    public Figures overwritten(String id) {
        record = SourceRecord.overwritten(id, "value");
        return this;
    }

    public Figures on(LocalDate day) {
        return over(day, day);
    }

    public Figures over(LocalDate start, LocalDate end) {
        period = new Period(start, end);
        return this;
    }

    public Figures between(long low, long high) {
        quantity = new Quantity(quantity.value(), BigDecimal.valueOf(low), BigDecimal.valueOf(high), Qualifier.EXACT);
        return this;
    }

    /** Says no number at all. */
    public Figures vague() {
        quantity = new Quantity(null, null, null, Qualifier.ABOUT);
        return this;
    }

    public Figure figure() {
        Line line =
                new Line(Attribution.of(source, Basis.REPORTED), measure, Population.ALL, Cause.CONFLICT, null, appeal);
        return new Figure(
                new SeriesKey(line, place, null, rolling),
                record,
                Statement.of(period, quantity),
                new Provenance(null, null, "0".repeat(64), "/0"));
    }
}
