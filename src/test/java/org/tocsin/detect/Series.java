package org.tocsin.detect;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;

/** Builds evidence out of everything but the point of a test. Immutable; each step gives another one. */
record Series(
        Line line,
        Interval interval,
        Change change,
        List<Point> points,
        @Nullable Plan plan,
        int lateBy) {
    static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    static final Map<Level, BigDecimal> ANY = Map.of(Level.WATCH, BigDecimal.ONE);

    /** Consecutive days of a flow; null is an unknown day. */
    static Series killed(@Nullable Integer... values) {
        return days(Metric.KILLED, values);
    }

    /** Consecutive days of a stock. */
    static Series idps(@Nullable Integer... values) {
        return days(Metric.IDPS, values);
    }

    static Series days(Metric metric, @Nullable Integer... values) {
        List<Point> points = new ArrayList<>();
        for (int day = 0; day < values.length; day++) {
            points.add(point(FIRST.plusDays(day), values[day] == null ? null : BigDecimal.valueOf(values[day])));
        }
        return new Series(line(metric), Interval.DAY, new Change("new_period", null), points, null, 0);
    }

    /** Consecutive days of a flow; NaN is an unknown day. */
    static Series flow(double... values) {
        List<Point> points = new ArrayList<>();
        for (int day = 0; day < values.length; day++) {
            BigDecimal value = Double.isNaN(values[day]) ? null : BigDecimal.valueOf(values[day]);
            points.add(point(FIRST.plusDays(day), value));
        }
        return new Series(line(Metric.KILLED), Interval.DAY, new Change("new_period", null), points, null, 0);
    }

    /** Statements of a stock of displaced people: day and value in turn, for example {@code "2023-10-23", "1659600"}. */
    static Series statements(String... daysAndValues) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < daysAndValues.length; i += 2) {
            points.add(point(LocalDate.parse(daysAndValues[i]), new BigDecimal(daysAndValues[i + 1])));
        }
        return new Series(line(Metric.IDPS), Interval.STATEMENT, new Change("new_period", null), points, null, 0);
    }

    static Line line(Metric metric) {
        return Line.of(
                Attribution.of(new SourceId("test"), Basis.REPORTED),
                Measure.of(metric),
                Population.ALL,
                Cause.CONFLICT);
    }

    static Point point(LocalDate day, @Nullable BigDecimal value) {
        return new Point(Period.day(day), value, null, null, true, null);
    }

    /** Only the value counted {@code at} from 1, and so much before it. */
    Series upTo(int at, int reach) {
        return new Series(line, interval, change, points.subList(Math.max(0, at - 1 - reach), at), plan, lateBy);
    }

    Series on(Line other) {
        return new Series(other, interval, change, points, plan, lateBy);
    }

    Series after(Change other) {
        return new Series(line, interval, other, points, plan, lateBy);
    }

    Series judgedDaysLater(int days) {
        return new Series(line, interval, change, points, plan, days);
    }

    Series within(Plan other) {
        return new Series(line, interval, change, points, other, lateBy);
    }

    Series incomplete() {
        List<Point> open = new ArrayList<>(points);
        Point last = open.remove(open.size() - 1);
        open.add(new Point(last.period(), last.value(), last.low(), last.high(), false, last.knownFrom()));
        return new Series(line, interval, change, open, plan, lateBy);
    }

    Evidence evidence(int leftOut) {
        LocalDate today = points.get(points.size() - 1).period().end().plusDays(lateBy);
        Frame frame = new Frame(interval, Instant.parse(today + "T12:00:00Z"), today, true, 2, leftOut);
        return new Evidence(new Subject("country:MMR", 0, line, null), frame, change, points, plan);
    }

    /** With other lines, or the cadence of the source, beside it. */
    Evidence beside(Aside aside) {
        Evidence alone = evidence();
        return new Evidence(alone.subject(), alone.frame(), alone.change(), alone.points(), alone.plan(), aside);
    }

    Evidence evidence() {
        return evidence(0);
    }

    Judgement judgedBy(Detector detector) {
        return detector.judge(evidence());
    }

    static Rule rule(Detector detector, @Nullable Integer floor) {
        Rule.Watch watch = new Rule.Watch(Metric.KILLED, null, Cause.CONFLICT, Interval.DAY, List.of(), Where.ANYWHERE);
        BigDecimal least = floor == null ? null : BigDecimal.valueOf(floor);
        return new Rule("a-rule", "A rule", watch, detector, new Rule.Firing(least, 30, 90));
    }

    static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
