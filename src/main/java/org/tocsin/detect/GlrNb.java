package org.tocsin.detect;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.tocsin.detect.method.LikelihoodRatio;
import org.tocsin.figure.Kind;

/**
 * Fires when a lasting rise of the mean explains the last values much better than chance does, and says since when. METHODS R6;
 * the statistic is the logarithm of how much better.
 *
 * @param h per level, what the statistic must reach
 */
public record GlrNb(@JsonUnwrapped Training training, Map<Level, BigDecimal> h) implements Detector {
    /** To how many digits the value that would have fired is found. */
    private static final double EXACT = 1e-6;

    public GlrNb {
        h = Levels.rising("h", h);
        if (Levels.least(h).signum() <= 0) {
            throw new IllegalArgumentException("h: must be above 0: " + h);
        }
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
        if (usual == null) {
            return Judgement.quiet(Reason.NO_HISTORY, value);
        }
        Run run = new Run(values, usual);
        LikelihoodRatio.Best best = run.best(values);
        BigDecimal told = Numbers.told(best.ratio());
        Level level = Levels.loudest(h, least -> told != null && told.compareTo(least) >= 0)
                .orElse(null);
        return Marks.of(h, run::value)
                .judgement(level, value, training.comparison(evidence, usual, best.since()), best.ratio());
    }

    /** The last values against what is usual. */
    private static final class Run {
        private final double[] values;
        private final double[] means;
        private final int start;
        private final LikelihoodRatio by;

        Run(double[] values, Training.Usual usual) {
            this.values = values;
            this.means = new double[values.length];
            Arrays.fill(means, usual.mean());
            this.start = usual.start();
            this.by = new LikelihoodRatio((usual.dispersion() - 1) / usual.mean());
        }

        LikelihoodRatio.Best best(double[] of) {
            return by.best(of, means, start, of.length - 1);
        }

        /** The judged value that would have brought the statistic to {@code least}; 0 if those before it do. */
        double value(double least) {
            double[] other = values.clone();
            int at = other.length - 1;
            double low = 0;
            other[at] = low;
            if (best(other).ratio() >= least) {
                return low;
            }
            double high = Math.max(1, 2 * means[at]);
            other[at] = high;
            while (best(other).ratio() < least) {
                low = high;
                high *= 2;
                other[at] = high;
            }
            while (high - low > EXACT * high) {
                double middle = (low + high) / 2;
                other[at] = middle;
                if (best(other).ratio() < least) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }
    }
}
