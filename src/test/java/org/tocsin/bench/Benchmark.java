package org.tocsin.bench;

import java.time.LocalDate;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Rule;
import org.tocsin.figure.Metric;

/** One set of labelled escalations, and how its README counts: all lengths in periods, which are months or weeks. */
enum Benchmark {
    CONFLICT_MONTHLY(Metric.KILLED, Interval.MONTH, LocalDate.of(2012, 1, 1), 2, 1, 5),
    CONFLICT_WEEKLY(Metric.KILLED, Interval.WEEK, LocalDate.of(2014, 12, 1), 3, 2, 8),
    DISPLACEMENT_WEEKLY(Metric.NEW_DISPLACEMENTS, Interval.WEEK, LocalDate.of(2016, 6, 27), 4, 2, 12);

    private final Metric metric;
    private final Interval interval;
    private final LocalDate firstScored;
    private final int detectedWithin;
    private final int nearBefore;
    private final int nearAfter;

    Benchmark(
            Metric metric,
            Interval interval,
            LocalDate firstScored,
            int detectedWithin,
            int nearBefore,
            int nearAfter) {
        this.metric = metric;
        this.interval = interval;
        this.firstScored = firstScored;
        this.detectedWithin = detectedWithin;
        this.nearBefore = nearBefore;
        this.nearAfter = nearAfter;
    }

    /** Whether there are labels for what the rule watches. */
    boolean isFor(Rule rule) {
        return rule.watch().metric() == metric && rule.watch().interval() == interval;
    }

    String file() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    LocalDate firstScored() {
        return firstScored;
    }

    /** An escalation is detected by an alarm in its first period or so many after it. */
    int detectedWithin() {
        return detectedWithin;
    }

    /** From so many periods before its onset an alarm belongs to an escalation. */
    int nearBefore() {
        return nearBefore;
    }

    /** Until so many periods after its onset an alarm belongs to an escalation. */
    int nearAfter() {
        return nearAfter;
    }

    /** 12 or 52: how the reference counts a year. */
    int periodsAYear() {
        return interval == Interval.MONTH ? 12 : 52;
    }

    /** Whether quiet windows are listed; else everything far from an escalation is quiet. */
    boolean listsQuiet() {
        return interval == Interval.MONTH;
    }

    LocalDate lastDay(LocalDate first) {
        return interval == Interval.MONTH ? first.plusMonths(1).minusDays(1) : first.plusDays(6);
    }
}
