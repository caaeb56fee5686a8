package org.tocsin.detect.method;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/** How counts scatter by chance: Poisson, or negative binomial where they scatter more. */
public sealed interface CountLaw {
    /** Keeps a quantile that falls on a step on that step. */
    double ON_THE_STEP = 1 + 1e-12;

    double mean();

    double variance();

    /** How probable {@code count} or more is. */
    double atLeast(double count);

    record Poisson(double mean) implements CountLaw {
        @Override
        public double variance() {
            return mean;
        }

        @Override
        public double atLeast(double count) {
            double least = Math.ceil(count);
            return least <= 0 ? 1 : mean == 0 ? 0 : Gamma.regularizedGammaP(least, mean);
        }
    }

    /**
     * In the form of R.
     *
     * @param size above 0, need not be whole
     * @param probability above 0 and below 1
     */
    record NegativeBinomial(double size, double probability) implements CountLaw {
        @Override
        public double mean() {
            return size * (1 - probability) / probability;
        }

        @Override
        public double variance() {
            return mean() / probability;
        }

        @Override
        public double atLeast(double count) {
            double least = Math.ceil(count);
            return least <= 0 ? 1 : Beta.regularizedBeta(1 - probability, least, size);
        }
    }

    /** Counts of this mean whose variance is {@code dispersion} times as large. */
    static CountLaw of(double mean, double dispersion) {
        return dispersion > 1 ? new NegativeBinomial(mean / (dispersion - 1), 1 / dispersion) : new Poisson(mean);
    }

    /**
     * What the next count is, {@code sum} having been counted in {@code n}: a gamma mixture of Poisson laws with the prior of
     * Jeffreys. Hoehle 2007, as in R surveillance's {@code bayes}.
     */
    static CountLaw next(double sum, int n) {
        return new NegativeBinomial(sum + 0.5, n / (n + 1.0));
    }

    /** The smallest count that is exceeded with a probability of at most {@code alpha}. */
    default double upper(double alpha) {
        double most = alpha * ON_THE_STEP;
        double low = -1;
        double high = Math.floor(mean());
        double step = Math.ceil(FastMath.sqrt(variance()) + 1);
        while (atLeast(high + 1) > most) {
            low = high;
            high += step;
            step *= 2;
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (atLeast(middle + 1) > most) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
