package org.tocsin.detect;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Map;
import org.tocsin.detect.method.MedianScale;
import org.tocsin.detect.method.Sample;
import org.tocsin.figure.Kind;

/**
 * Fires when a value lies many robust standard deviations above the median of its history. METHODS R7; the statistic is that
 * distance.
 *
 * @param k per level, how many
 * @param minScale what the standard deviation is taken for at least
 * @param poissonFloor whether it is at least that of counts around this median
 * @param log1p whether values are taken as log(1 + x); for amounts over 1,000, with a minScale of 0.25 and a k of 3
 */
public record RobustZ(
        @JsonUnwrapped Past past, Map<Level, BigDecimal> k, BigDecimal minScale, boolean poissonFloor, boolean log1p)
        implements Detector {
    public RobustZ {
        k = Levels.rising("k", k);
        if (minScale.signum() <= 0) {
            throw new IllegalArgumentException("minScale: must be above 0: " + minScale);
        }
        if (log1p && poissonFloor) {
            throw new IllegalArgumentException("poissonFloor: is for counts as they are, not for their logarithms");
        }
        minScale = Numbers.plainOf(minScale);
    }

    @Override
    public Family family() {
        return Family.MEDIAN;
    }

    @Override
    public Suits suits() {
        return new Suits(true, true, Suits.Floor.NEEDED);
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
        MedianScale by = new MedianScale(minScale.doubleValue(), poissonFloor, log1p);
        double[] scaled = by.scaled(Values.of(evidence));
        int from = past.from(evidence);
        int to = past.to(evidence);
        Sample history = Sample.of(scaled, from, to);
        if (history.size() < past.minHistory()) {
            return Judgement.quiet(Reason.NO_HISTORY, value);
        }
        MedianScale.Middle middle = by.of(history);
        double distance = (scaled[scaled.length - 1] - middle.median()) / middle.scale();
        Judgement.Comparison comparison =
                Values.comparison(by.unscaled(middle.median()), Values.days(evidence, from, to));
        return Marks.of(k, each -> by.mark(middle, each)).above(value, comparison, distance);
    }
}
