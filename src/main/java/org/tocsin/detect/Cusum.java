package org.tocsin.detect;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Map;
import org.tocsin.detect.method.Standardized;
import org.tocsin.figure.Kind;

/**
 * Fires when values have been higher than usual for a while: what each exceeds the usual by is added up, and after the loudest
 * level the sum begins anew. METHODS R6; the statistic is that sum.
 *
 * @param k how many standard deviations are taken off each value; half the shift that is looked for
 * @param h per level, the sum that must be reached
 */
public record Cusum(@JsonUnwrapped Training training, BigDecimal k, Map<Level, BigDecimal> h) implements Detector {
    public Cusum {
        h = Levels.rising("h", h);
        k = Numbers.plainOf(k);
    }

    @Override
    public Family family() {
        return Family.SHIFT;
    }

    @Override
    public Suits suits() {
        return Suits.COUNTS;
    }

    @Override
    public int reach(Kind kind) {
        return training.reach();
    }

    @Override
    public Judgement judge(Evidence evidence) {
        BigDecimal value = evidence.judged().value();
        if (value == null) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        double[] values = Values.of(evidence);
        Training.Usual usual = training.of(values);
        return usual == null ? Judgement.quiet(Reason.NO_HISTORY, value) : chart(evidence, value, values, usual);
    }

    private Judgement chart(Evidence evidence, BigDecimal value, double[] values, Training.Usual usual) {
        Standardized by = new Standardized.Scaled(usual.dispersion(), 0);
        double most =
                h.values().stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        double before = 0;
        double sum = 0;
        int since = usual.start();
        for (int i = usual.start(); i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                before = sum >= most ? 0 : sum;
                since = before == 0 ? i : since;
                sum = Math.max(0, before + by.of(values[i], usual.mean()) - k.doubleValue());
            }
        }
        double carried = before;
        BigDecimal told = Numbers.told(sum);
        Level level = Levels.loudest(h, least -> told != null && told.compareTo(least) >= 0)
                .orElse(null);
        return Marks.of(h, least -> Math.max(0, by.back(least + k.doubleValue() - carried, usual.mean())))
                .judgement(level, value, training.comparison(evidence, usual, since), sum);
    }
}
