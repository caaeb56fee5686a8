package org.tocsin.detect;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;

/** Judges each value of a series as it would have been on the day it was the last, by nothing but those before it. */
final class RuleRun {
    /** A series of the command line lies in no place; figures use this code for one that is not known. */
    private static final String NOWHERE = "country:ZZZ";

    private static final Set<Family> OF_MORE_THAN_ONE_LINE = EnumSet.of(Family.PACE, Family.SILENCE, Family.DIVERGENCE);
    private static final Set<Reason> NOTHING_TO_SAY = EnumSet.of(Reason.UNKNOWN, Reason.NO_HISTORY, Reason.TOO_EARLY);

    private final Detector detector;
    private final @Nullable Rule rule;
    private final Interval interval;
    private final Subject subject;
    private final int days;

    /** A detector alone: of counts, with no floor. */
    RuleRun(Detector detector, Spacing spacing) {
        this(detector, null, spacing.interval() == null ? Interval.DAY : spacing.interval(), Metric.KILLED, spacing);
    }

    /**
     * A whole rule.
     *
     * @throws InvalidRuleException if it looks at more than one series
     */
    RuleRun(Rule rule, Spacing spacing) {
        this(rule.detector(), rule, rule.watch().interval(), rule.watch().metric(), spacing);
        if (!canJudge(detector)) {
            throw new InvalidRuleException(List.of(new InvalidRuleException.Problem(
                    "detector.type", "looks at more than the dates and values of one series")));
        }
        if (rule.atAge() != null) {
            throw new InvalidRuleException(List.of(new InvalidRuleException.Problem(
                    "atAge", "needs what was known when; dates and values say only what is known now")));
        }
    }

    private RuleRun(Detector detector, @Nullable Rule rule, Interval interval, Metric metric, Spacing spacing) {
        this.detector = detector;
        this.rule = rule;
        this.interval = interval;
        this.days = spacing.days();
        Attribution attribution = Attribution.of(new SourceId("input"), Basis.REPORTED);
        Line line = Line.of(attribution, Measure.of(metric), Population.ALL, Cause.ALL);
        this.subject = new Subject(NOWHERE, 0, line, null);
    }

    static boolean canJudge(Detector detector) {
        return !(detector instanceof Joint) && !OF_MORE_THAN_ONE_LINE.contains(detector.family());
    }

    List<Detection.Row> over(List<Detection.Dated> series) {
        List<Point> points = points(series);
        Kind kind = subject.line().measure().kind();
        int reach = detector.reach(kind);
        List<Detection.Row> rows = new ArrayList<>(series.size());
        for (int i = 0; i < points.size(); i++) {
            int first = interval == Interval.STATEMENT ? since(points, i, reach) : Math.max(0, i - reach);
            rows.add(row(series.get(i), judge(points.subList(first, i + 1))));
        }
        return rows;
    }

    private Judgement judge(List<Point> points) {
        LocalDate today = points.get(points.size() - 1).period().end();
        Frame frame = new Frame(interval, today.atStartOfDay().toInstant(ZoneOffset.UTC), today, true, 0, 0);
        Evidence evidence = new Evidence(subject, frame, new Change("new_period", null), points, null);
        return rule == null ? detector.judge(evidence) : rule.judge(evidence);
    }

    private static Detection.Row row(Detection.Dated of, Judgement judgement) {
        boolean silent = NOTHING_TO_SAY.contains(judgement.reason());
        return new Detection.Row(
                of,
                number(judgement.statistic()),
                number(judgement.threshold()),
                silent ? null : Boolean.valueOf(judgement.fired()));
    }

    private static double number(@Nullable BigDecimal number) {
        return number == null ? Double.NaN : number.doubleValue();
    }

    /** From the last statement at or before the days that are reached back. */
    private static int since(List<Point> points, int judged, int days) {
        LocalDate from = points.get(judged).period().end().minusDays(days);
        int first = judged;
        while (first > 0 && points.get(first).period().end().isAfter(from)) {
            first--;
        }
        return first;
    }

    /** Each window lasts until the next begins; a statement is about its day. */
    private List<Point> points(List<Detection.Dated> series) {
        List<Point> points = new ArrayList<>(series.size());
        for (int i = 0; i < series.size(); i++) {
            LocalDate start = series.get(i).date();
            LocalDate next = i + 1 < series.size() ? series.get(i + 1).date() : start.plusDays(days);
            Period period = interval == Interval.STATEMENT ? Period.day(start) : new Period(start, next.minusDays(1));
            points.add(new Point(period, series.get(i).value(), null, null, true, null));
        }
        return points;
    }
}
