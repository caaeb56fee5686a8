package org.tocsin.detect;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Map;
import org.tocsin.detect.method.Exceedance;
import org.tocsin.detect.method.Sample;
import org.tocsin.figure.Kind;

/**
 * Fires when a count is higher than chance allows after those before it, which may scatter more than counts do. METHODS R5; the
 * statistic is the probability of so many or more.
 *
 * @param alpha per level, the probability with which chance may exceed; a louder level is a smaller one
 * @param capped whether earlier spikes count only as much as they would have fired at
 */
public record CountExceedance(@JsonUnwrapped Past past, Map<Level, BigDecimal> alpha, Exceedance fit, boolean capped)
        implements Detector {
    public CountExceedance {
        alpha = Levels.shares("alpha", Levels.falling("alpha", alpha));
    }

    @Override
    public Family family() {
        return Family.EXCEEDANCE;
    }

    @Override
    public Suits suits() {
        return Suits.COUNTS;
    }

    @Override
    public int reach(Kind kind) {
        return capped ? 2 * past.reach() : past.reach();
    }

    @Override
    public Judgement judge(Evidence evidence) {
        BigDecimal value = evidence.judged().value();
        if (value == null) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        double[] values = Values.of(evidence);
        int from = past.from(evidence);
        int to = past.to(evidence);
        Sample history = Sample.of(capped ? Capped.values(values, this::cap) : values, from, to);
        if (history.size() < past.minHistory()) {
            return Judgement.quiet(Reason.NO_HISTORY, value);
        }
        Judgement.Comparison mean = Values.comparison(history.mean(), Values.days(evidence, from, to));
        return Marks.of(alpha, each -> fit.upper(history, each))
                .above(value, mean, fit.atLeast(history, value.doubleValue()));
    }

    /** The bound is only computed where the tail says that it is exceeded, which costs a tenth. */
    private double cap(double[] values, int at) {
        Sample history = Sample.before(values, at, past.window(), past.gap());
        double least = Levels.least(alpha).doubleValue();
        return history.size() < past.minHistory()
                        || values[at] <= history.mean()
                        || fit.atLeast(history, values[at]) > least
                ? Double.NaN
                : fit.upper(history, least);
    }
}
