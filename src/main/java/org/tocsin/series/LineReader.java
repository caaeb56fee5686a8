package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;

/** Reads one line in one scope over time. */
record LineReader(LineSight sight, LineRef line) {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final Period ALL_DAYS = new Period(FIRST, LocalDate.of(2200, 12, 31));

    List<Belief> statements(LocalDate until, @Nullable Instant asOf) {
        return sight.beliefs(asOf).beliefs(new Period(FIRST, until), false);
    }

    List<Window> windows(Frame frame) {
        return windows(frame, coverage(frame));
    }

    private List<Window> windows(Frame frame, Coverage coverage) {
        if (line.line().measure().kind() == Kind.STOCK) {
            return stocks(frame, whole(frame), coverage).list();
        }
        return new FlowWindows(told(frame), coverage, frame).list();
    }

    Reading read(Frame frame, Lateness lateness) {
        Coverage coverage = coverage(frame);
        if (line.line().measure().kind() == Kind.STOCK) {
            return new Reading(
                    frame.bucket(), windows(frame, coverage), frame.today(), coverage.usualLagDays(), lateness);
        }
        FlowWindows.Told told = told(frame);
        boolean tooFine = told.grain().compareTo(frame.bucket()) > 0;
        Frame seen = tooFine ? frame.by(told.grain()) : frame;
        List<Window> windows = new FlowWindows(tooFine ? told(seen) : told, coverage, seen).list();
        return new Reading(seen.bucket(), windows, seen.today(), coverage.usualLagDays(), lateness);
    }

    Window over(Frame frame) {
        Coverage coverage = coverage(frame);
        return line.line().measure().kind() == Kind.STOCK
                ? stocks(frame, frame.span(), coverage).window(frame.span())
                : new FlowWindows(told(frame), coverage, frame).over(frame.span());
    }

    List<Window> ofAge(Frame frame, int ageDays) {
        Instant until = frame.asOf() == null ? frame.now() : frame.asOf();
        List<Window> windows = new ArrayList<>();
        for (Period window : frame.bucket().across(frame.span())) {
            Instant then = window.end()
                    .plusDays(ageDays)
                    .atTime(LocalTime.MAX.truncatedTo(ChronoUnit.MICROS))
                    .toInstant(ZoneOffset.UTC);
            Frame seen = frame.over(window).asOf(then.isAfter(until) ? frame.asOf() : then);
            windows.addAll(windows(seen, coverage(seen).withLag(ageDays)));
        }
        return windows;
    }

    private Coverage coverage(Frame frame) {
        return sight.coverage(frame.asOf());
    }

    private StockWindows stocks(Frame frame, Period span, Coverage coverage) {
        List<SeriesRef> places = sight.places(frame.asOf());
        Beliefs beliefs = sight.beliefs(frame.asOf());
        Period past = new Period(span.start().minusDays(coverage.staleAfterDays() + 1L), span.end());
        List<Belief> held = new ArrayList<>(beliefs.lastBefore(past.start()));
        held.addAll(beliefs.beliefs(past, false));
        return new StockWindows(places, held, coverage, sight.validity(frame.asOf()), frame);
    }

    private FlowWindows.Told told(Frame frame) {
        Period span = whole(frame);
        Beliefs beliefs = sight.beliefs(frame.asOf());
        return line.line().measure().kind() == Kind.CUMULATIVE ? counted(beliefs, span) : flows(beliefs, span);
    }

    private static FlowWindows.Told flows(Beliefs beliefs, Period span) {
        List<Belief> longer = beliefs.beliefs(span, true).stream()
                .filter(belief -> belief.value() != null)
                .toList();
        return new FlowWindows.Told(beliefs.days(span), longer, beliefs.withoutValue(span), beliefs.givenUp(span));
    }

    /** Running totals need every statement before the span, and those after it, which may take something off or spread over its end. */
    static FlowWindows.Told counted(Beliefs beliefs, Period span) {
        List<Belief> statements = beliefs.beliefs(ALL_DAYS, false);
        List<Belief> flows = new ArrayList<>();
        statements.stream()
                .collect(Collectors.groupingBy(belief -> belief.id().series()))
                .values()
                .forEach(ofOneSeries -> flows.addAll(Counter.flows(ofOneSeries)));
        List<Period> spoken = statements.stream().map(Belief::period).toList();
        return new FlowWindows.Told(new TreeMap<>(), flows, spoken, beliefs.givenUp(span));
    }

    private static Period whole(Frame frame) {
        return new Period(
                frame.bucket().around(frame.span().start()).start(),
                frame.bucket().around(frame.span().end()).end());
    }
}
