package org.tocsin.detect;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Map;
import org.tocsin.detect.method.Sample;
import org.tocsin.figure.Kind;

/**
 * Fires when a value lies above a quantile of its history. METHODS R3b; the statistic is the share of the history below it.
 *
 * @param p per level, the share of the history that must lie below
 */
public record HistoryQuantile(@JsonUnwrapped Past past, Map<Level, BigDecimal> p) implements Detector {
    public HistoryQuantile {
        p = Levels.shares("p", Levels.rising("p", p));
    }

    @Override
    public Family family() {
        return Family.HISTORY;
    }

    @Override
    public Suits suits() {
        return Suits.COUNTS;
    }

    @Override
    public int reach(Kind kind) {
        return past.reach();
    }

    @Override
    public Judgement judge(Evidence evidence) {
        BigDecimal value = evidence.judged().value();
        if (value == null) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        int from = past.from(evidence);
        int to = past.to(evidence);
        Sample history = Sample.of(Values.of(evidence), from, to);
        if (history.size() < past.minHistory()) {
            return Judgement.quiet(Reason.NO_HISTORY, value);
        }
        Judgement.Comparison middle = Values.comparison(history.median(), Values.days(evidence, from, to));
        return Marks.of(p, history::quantile).above(value, middle, history.shareBelow(value.doubleValue()));
    }
}
