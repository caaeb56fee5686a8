package org.tocsin.detect;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Map;
import org.tocsin.detect.method.Sample;
import org.tocsin.figure.Kind;

/**
 * Fires when a value is at least a multiple of the median of those before it: METHODS R2 with the median in the place of the mean,
 * for principle 5 of section 2. One month of war among twelve lifts their mean and hides the next; it does not lift their median. After
 * a median of zero every ratio holds, and only the floor decides. The statistic is the multiple.
 *
 * @param ratios per level, how many times the median the value must be; above 1
 */
public record MedianMultiple(@JsonUnwrapped Past past, Map<Level, BigDecimal> ratios) implements Detector {
    public MedianMultiple {
        ratios = Levels.rising("ratios", ratios);
        if (Levels.least(ratios).compareTo(BigDecimal.ONE) <= 0) {
            throw new IllegalArgumentException("ratios: must be above 1: " + ratios);
        }
    }

    @Override
    public Family family() {
        return Family.CHANGE;
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
        return against(Values.comparison(history.median(), Values.days(evidence, from, to)), value);
    }

    private Judgement against(Judgement.Comparison middle, BigDecimal value) {
        BigDecimal median = middle.value();
        boolean some = value.signum() > 0;
        Level level = Levels.loudest(ratios, ratio -> some && value.compareTo(ratio.multiply(median)) >= 0)
                .orElse(null);
        BigDecimal multiple = median.signum() == 0 ? null : value.divide(median, Numbers.TOLD);
        BigDecimal ratio = level == null ? Levels.least(ratios) : ratios.getOrDefault(level, Levels.least(ratios));
        Reason reason = level == null ? Reason.BELOW_THRESHOLD : Reason.FIRED;
        return new Judgement(level, reason, value, middle, multiple, ratio.multiply(median));
    }
}
