package org.tocsin.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Change;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Frame;
import org.tocsin.detect.Judgement;
import org.tocsin.detect.Level;
import org.tocsin.detect.Point;
import org.tocsin.detect.Rule;
import org.tocsin.detect.Subject;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;

/**
 * Where a rule fires in a series: each window judged by the evaluator that runs live, on evidence that reaches as far back as the rule
 * asks, known ten days after the window ended.
 */
final class Alarms {
    private static final int KNOWN_AFTER_DAYS = 10;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final Change NEW = new Change("new_period", null);

    private final Rule rule;
    private final Line line;

    Alarms(Rule rule) {
        this.rule = rule;
        Attribution who = Attribution.of(new SourceId("benchmark"), Basis.REPORTED);
        this.line = Line.of(
                who,
                Measure.of(rule.watch().metric()),
                Population.ALL,
                rule.watch().cause());
    }

    /** Every window from the first scored one on that fires. */
    BitSet raised(Labelled series) {
        BitSet raised = new BitSet();
        for (int index = series.firstScored(); index < series.points().size(); index++) {
            raised.set(index, judge(series, index).fired());
        }
        return raised;
    }

    /** Those of them that subscribers would be told of: not the same level again within the cool-down, unless the value has doubled. */
    BitSet told(Labelled series) {
        BitSet told = new BitSet();
        Told last = null;
        for (int index = series.firstScored(); index < series.points().size(); index++) {
            Judgement found = judge(series, index);
            Level level = found.level();
            BigDecimal value = found.value();
            if (level != null && value != null && isNews(last, level, value, day(series, index))) {
                told.set(index);
                last = new Told(level, value, day(series, index));
            }
        }
        return told;
    }

    private record Told(Level level, BigDecimal value, LocalDate day) {}

    private boolean isNews(@Nullable Told last, Level level, BigDecimal value, LocalDate day) {
        return last == null
                || level.compareTo(last.level()) > 0
                || value.compareTo(last.value().multiply(TWO)) >= 0
                || !day.isBefore(last.day().plusDays(rule.firing().coolDownDays()));
    }

    private static LocalDate day(Labelled series, int index) {
        return series.points().get(index).period().end();
    }

    private Judgement judge(Labelled series, int index) {
        int reach = rule.detector().reach(Kind.FLOW);
        List<Point> points = series.points().subList(Math.max(0, index - reach), index + 1);
        LocalDate today = day(series, index).plusDays(KNOWN_AFTER_DAYS);
        Frame frame = new Frame(
                rule.watch().interval(),
                today.atStartOfDay(ZoneOffset.UTC).toInstant(),
                today,
                true,
                KNOWN_AFTER_DAYS,
                0);
        return rule.judge(
                new Evidence(new Subject("country:" + series.name(), 0, line, null), frame, NEW, points, null));
    }
}
