package org.tocsin.chart;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * The scale of the days, and what is written under it. Time runs from left to right in every language, as the value
 * axis of a picture is not text.
 */
final class TimeAxis {
    private static final List<Integer> POINTS_APART = List.of(1, 2, 3, 4, 5, 7, 10, 14);
    private static final List<Integer> MONTHS_APART = List.of(1, 2, 3, 6);
    private static final List<Integer> YEARS_APART = List.of(1, 2, 5, 10, 20, 50, 100);
    private static final int MOST_LABELS = 12;
    private static final int DAYS_OF_A_MONTH = 28;
    private static final double SPACE = 8;

    private final Chart chart;
    private final Wording wording;
    private final Box plot;

    TimeAxis(Chart chart, Wording wording, Box plot) {
        this.chart = chart;
        this.wording = wording;
        this.plot = plot;
    }

    /** A text centred under the days it names. */
    record Label(double x, String text) {}

    /** From a day up to, and without, another. */
    private record Days(LocalDate start, LocalDate end) {}

    double at(LocalDate day) {
        double days = DAYS.between(chart.start(), chart.dayAfter());
        return plot.x() + plot.width() * DAYS.between(chart.start(), day) / days;
    }

    /** The densest labels that do not touch: of single points, else of months, else of years. */
    List<Label> labels() {
        long shortest = chart.points().stream()
                .mapToLong(point -> DAYS.between(point.start(), point.dayAfter()))
                .min()
                .orElseThrow();
        List<List<Label>> candidates = new ArrayList<>();
        if (shortest < DAYS_OF_A_MONTH) {
            POINTS_APART.forEach(apart -> candidates.add(points(apart)));
        }
        MONTHS_APART.stream().filter(apart -> apart * 31L >= shortest).forEach(apart -> candidates.add(months(apart)));
        YEARS_APART.forEach(apart -> candidates.add(years(apart)));
        return candidates.stream()
                .filter(labels -> !labels.isEmpty() && apart(labels))
                .findFirst()
                .orElse(List.of(new Label(plot.middle(), wording.date("yyyy", chart.start()))));
    }

    private List<Label> points(int apart) {
        List<Days> named = new ArrayList<>();
        for (int i = 0; i < chart.points().size(); i += apart) {
            Point point = chart.points().get(i);
            named.add(new Days(point.start(), point.dayAfter()));
        }
        return write(named, "d MMM yyyy", "d MMM");
    }

    private List<Label> months(int apart) {
        LocalDate start = chart.start();
        LocalDate first = start.withDayOfMonth(1).withMonth((start.getMonthValue() - 1) / apart * apart + 1);
        return write(spans(first, Period.ofMonths(apart), Period.ofMonths(1)), "LLL yyyy", "LLL");
    }

    private List<Label> years(int apart) {
        LocalDate first = LocalDate.of(Math.floorDiv(chart.start().getYear(), apart) * apart, 1, 1);
        return write(spans(first, Period.ofYears(apart), Period.ofYears(1)), "yyyy", "yyyy");
    }

    /** Spans of the calendar, one at every step, cut to the chart, of which at least half is to be seen. */
    private List<Days> spans(LocalDate first, Period step, Period span) {
        List<Days> spans = new ArrayList<>();
        for (LocalDate start = first; start.isBefore(chart.dayAfter()); start = start.plus(step)) {
            LocalDate end = start.plus(span);
            LocalDate from = start.isBefore(chart.start()) ? chart.start() : start;
            LocalDate to = end.isAfter(chart.dayAfter()) ? chart.dayAfter() : end;
            if (DAYS.between(from, to) * 2 >= DAYS.between(start, end)) {
                spans.add(new Days(from, to));
            }
        }
        return spans;
    }

    // The year is written once, where it begins.
    private List<Label> write(List<Days> named, String withYear, String within) {
        List<Label> labels = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (Days days : named) {
            String pattern = days.start().getYear() == before.getYear() ? within : withYear;
            double middle = (at(days.start()) + at(days.end())) / 2;
            labels.add(inside(new Label(middle, wording.date(pattern, days.start()))));
            before = days.start();
        }
        return labels;
    }

    private Label inside(Label label) {
        double half = Lettering.TICK.width(label.text()) / 2;
        double leftmost = plot.x() - SPACE + half;
        double rightmost = plot.right() + SPACE - half;
        return new Label(Math.max(leftmost, Math.min(rightmost, label.x())), label.text());
    }

    private static boolean apart(List<Label> labels) {
        for (int i = 1; i < labels.size(); i++) {
            Label left = labels.get(i - 1);
            Label right = labels.get(i);
            double halves = (Lettering.TICK.width(left.text()) + Lettering.TICK.width(right.text())) / 2;
            if (right.x() - left.x() < halves + SPACE) {
                return false;
            }
        }
        return labels.size() <= MOST_LABELS;
    }
}
