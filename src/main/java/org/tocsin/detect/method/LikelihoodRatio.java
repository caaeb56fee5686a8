package org.tocsin.detect.method;

import org.hipparchus.util.FastMath;

/**
 * How much likelier a run of counts is after a rise of the mean than without one, as the logarithm of the ratio. Hoehle and Paul
 * 2008; METHODS R6.
 *
 * @param alpha the counts' variance is mean + alpha * mean^2; 0 for Poisson
 */
public record LikelihoodRatio(double alpha) {
    /** The largest ratio, and from where on the mean has most likely risen. */
    public record Best(double ratio, int since) {}

    /** For the best rise that begins anywhere from {@code start} on and lasts to {@code at}; unknown values do not count. */
    public Best best(double[] values, double[] means, int start, int at) {
        double seen = 0;
        double expected = 0;
        int known = 0;
        Best best = new Best(0, at);
        for (int i = at; i >= start; i--) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            seen += values[i];
            expected += means[i];
            known++;
            double ratio = seen > expected ? ratio(FastMath.log(seen / expected), seen, expected, known) : 0;
            if (ratio > best.ratio()) {
                best = new Best(ratio, i);
            }
        }
        return best;
    }

    /**
     * For a rise of the mean to e^kappa of it.
     *
     * @param seen the sum of the counts
     * @param expected the sum of their means, which are equal unless alpha is 0
     */
    public double ratio(double kappa, double seen, double expected, int known) {
        if (alpha == 0) {
            return kappa * seen + (1 - FastMath.exp(kappa)) * expected;
        }
        double mean = expected / known;
        double shrunk = FastMath.log((1 + alpha * mean) / (1 + alpha * mean * FastMath.exp(kappa)));
        return kappa * seen + (seen + known / alpha) * shrunk;
    }
}
