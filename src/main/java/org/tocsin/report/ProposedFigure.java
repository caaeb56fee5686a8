package org.tocsin.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Area;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
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
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;
import org.tocsin.figure.Unit;

/** A figure as a text seems to tell it. */
public record ProposedFigure(Counted counted, Where where, Days days, Amount amount, Voice voice) implements Proposal {
    /**
     * What is counted.
     *
     * @param unit null where the text counts in one we do not know, for example another currency
     * @param population null where the text counts a population we do not know
     * @param appeal the code of the appeal a sum of money belongs to; a text hardly ever tells it
     */
    public record Counted(
            Metric metric,
            @Nullable Unit unit,
            Kind kind,
            @Nullable Population population,
            Cause cause,
            @Nullable String appeal) {}

    /**
     * Where the people are.
     *
     * @param origin for people who crossed a border, the country they came from
     * @param name the place in the words of the text, for the reviewer; no part of the figure
     */
    public record Where(
            @Nullable String country,
            @Nullable String admin1,
            @Nullable String origin,
            @Nullable String name) {}

    /** The days it is about; {@code end} is the as-of day of a stock or a running total. */
    public record Days(@Nullable LocalDate start, LocalDate end) {}

    /**
     * How much.
     *
     * @param vague whether only a magnitude was said: its bounds are what the words can mean, and nobody stated them
     */
    public record Amount(Quantity quantity, boolean vague) {}

    /** Who says so, and on what it stands. */
    public record Voice(@Nullable String statedBy, Basis basis) {}

    public ProposedFigure {
        period(counted, days);
    }

    @Override
    public Metric metric() {
        return counted.metric();
    }

    @Override
    public @Nullable String country() {
        return where.country();
    }

    /** Whether it is about an event: flows and running totals told in prose are never added as they stand. */
    public boolean needsEvent() {
        return counted.kind() != Kind.STOCK;
    }

    /** The days of the statement as a figure has them: a stock is as of its last day, a start that is not told is the end. */
    public Period period() {
        return period(counted, days);
    }

    /**
     * The record under which it is kept. A later report on the same event, place and population, stated by the same, speaks of
     * the same record; a stock and a running total are other statements on another day.
     *
     * @param event the event it belongs to; null for a stock
     * @throws InvalidFigureException if something must be said first; names the field
     */
    public SourceRecord record(@Nullable Event event) {
        String about = event == null ? "stock" : "event-" + event.id();
        String id = String.join(
                "/",
                about,
                metric().code(),
                Proposal.said("unit", counted.unit()).code(),
                Proposal.said("country", where.country()),
                Proposal.slug(where.admin1()),
                Proposal.slug(where.origin()),
                Proposal.said("population", counted.population()).code(),
                counted.cause().code(),
                Proposal.slug(counted.appeal()),
                Proposal.slug(voice.statedBy()));
        return SourceRecord.of(id, counted.kind() == Kind.FLOW ? "" : days.end().toString());
    }

    /**
     * The figure it becomes.
     *
     * @throws InvalidFigureException if it is none yet; names the field that must be corrected
     */
    public Figure figure(@Nullable Event event, Provenance provenance) {
        Area admin1 = where.admin1() == null ? null : Area.named(where.admin1());
        Place place = new Place(Proposal.said("country", where.country()), admin1, null);
        Statement statement = new Statement(
                period(),
                stated(),
                Status.FINAL,
                event == null ? org.tocsin.figure.Event.NONE : new org.tocsin.figure.Event(event.name(), null));
        return new Figure(
                new SeriesKey(line(), place, where.origin(), Rolling.TOTAL), record(event), statement, provenance);
    }

    private Line line() {
        Unit unit = Proposal.said("unit", counted.unit());
        boolean ofAppeal = unit == Unit.USD || unit == Unit.RATIO;
        return new Line(
                new Attribution(Report.SOURCE, voice.statedBy(), voice.basis()),
                new Measure(metric(), unit, counted.kind()),
                Proposal.said("population", counted.population()),
                counted.cause(),
                null,
                ofAppeal ? Proposal.said("appeal", counted.appeal()) : counted.appeal());
    }

    /** A magnitude is listed without a value, for nobody has stated one. */
    private Quantity stated() {
        return amount.vague() ? new Quantity(null, null, null, amount.quantity().qualifier()) : amount.quantity();
    }

    private static Period period(Counted counted, Days days) {
        LocalDate start = days.start();
        return start == null || counted.kind() == Kind.STOCK ? Period.day(days.end()) : new Period(start, days.end());
    }
}
