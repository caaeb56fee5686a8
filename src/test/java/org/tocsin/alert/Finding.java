package org.tocsin.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Change;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Frame;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Level;
import org.tocsin.detect.Point;
import org.tocsin.detect.Rule;
import org.tocsin.detect.Subject;
import org.tocsin.detect.Threshold;
import org.tocsin.detect.Where;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;

/**
 * A day's number of people killed in Myanmar, judged under a rule that watches 100, warns of 500 and calls 1,000 critical, with
 * the default cool-down of 30 days. Immutable; each step gives another one.
 */
record Finding(@Nullable Integer value, int day, int after, long lineId, String change, boolean complete) {
    static final LocalDate FIRST = LocalDate.of(2023, 11, 1);
    static final Rule RULE = rule("killed-in-a-day", Metric.KILLED, Where.ANYWHERE);
    static final AlertKey KEY = new AlertKey("killed-in-a-day", "crisis:myanmar", "all", "conflict", null);

    /** A complete, new day, known on the day after. */
    static Finding of(@Nullable Integer value, int day) {
        return new Finding(value, day, 1, 1, "new_period", true);
    }

    static Rule rule(String id, Metric metric, Where where) {
        Map<Level, BigDecimal> levels = Map.of(
                Level.WATCH, BigDecimal.valueOf(100),
                Level.WARNING, BigDecimal.valueOf(500),
                Level.CRITICAL, BigDecimal.valueOf(1000));
        Rule.Watch watch = new Rule.Watch(metric, null, Cause.CONFLICT, Interval.DAY, List.of(), where);
        return new Rule(id, "Many in a day", watch, new Threshold(levels), new Rule.Firing(null, 30, 90));
    }

    Finding ofLine(long line) {
        return new Finding(value, day, after, line, change, complete);
    }

    Finding changed(String how) {
        return new Finding(value, day, after, lineId, how, complete);
    }

    Finding stillIncomplete() {
        return new Finding(value, day, after, lineId, change, false);
    }

    Finding knownDaysLater(int days) {
        return new Finding(value, day, days, lineId, change, complete);
    }

    LocalDate date() {
        return FIRST.plusDays(day);
    }

    Instant knownAt() {
        return Instant.parse(date().plusDays(after) + "T06:00:00Z");
    }

    Decision decision() {
        return decision(new RuleVersion(RULE, 1, true));
    }

    Decision decision(RuleVersion rule) {
        Line line = Line.of(
                Attribution.of(new SourceId("source-" + lineId), Basis.REPORTED),
                Measure.of(Metric.KILLED),
                Population.ALL,
                Cause.CONFLICT);
        Point point = new Point(
                Period.day(date()), value == null ? null : BigDecimal.valueOf(value), null, null, complete, null);
        Frame frame = new Frame(Interval.DAY, knownAt(), date().plusDays(after), true, 2, 0);
        Change cause = new Change(change, null, Period.day(date()));
        Evidence evidence =
                new Evidence(new Subject("crisis:myanmar", 1, line, null), frame, cause, List.of(point), null);
        return Decision.of(rule, lineId, evidence);
    }
}
