package org.tocsin.detect.method;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * Farrington's method in the form of Noufaily et al. 2013: a quasi-Poisson regression on the same time in earlier years, in which
 * past outbreaks weigh little, as R surveillance's {@code farringtonFlexible}. METHODS R5.
 *
 * <p>Where the trend is tested, and for the bounds {@code DELTA} and {@code MUAN}, the standard errors of R are followed although
 * they use the weights as if they were the working weights; {@code NB_PLUGIN} with a trend that is always kept needs none.
 */
public record Farrington(Reference reference, Weighting weighting, Trend trend, Bound bound) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final int YEARS_FOR_A_TREND = 3;

    /** Whether values beyond so many residuals of Anscombe weigh less. */
    public record Weighting(boolean reweight, double beyond) {}

    /** Whether a trend is fitted, and how sure it must be to be kept; 1: always kept. */
    public record Trend(boolean fitted, double pValue) {}

    /** How the bound is made out of what is expected. */
    public enum Bound {
        DELTA,
        NB_PLUGIN,
        MUAN
    }

    /**
     * What is expected of the judged value.
     *
     * @param linear its logarithm
     * @param deviation the standard deviation of {@code linear}
     * @param trend the slope of the logarithm; NaN if there is none
     */
    public record Expected(double linear, double deviation, double dispersion, double trend) {
        public double mean() {
            return FastMath.exp(linear);
        }
    }

    /** A bound, and how probable the judged value or more is. */
    public record Limit(double upper, double probability) {}

    private record Model(PoissonRegression fit, double dispersion, double quirk) {}

    /** Null if the series does not reach back far enough, or nothing can be fitted. */
    public @Nullable Expected expected(double[] values, int at, int perYear) {
        Reference.Rows rows = reference.rows(values, at, perYear);
        if (rows == null) {
            return null;
        }
        Model withTime = trend.fitted() ? fit(rows.withTime, rows.response) : null;
        if (withTime != null && keepsTrend(withTime, rows)) {
            double slope = withTime.fit().coefficient(reference.periods());
            return expected(withTime, reference.judged(true), slope);
        }
        Model model = fit(rows.withoutTime, rows.response);
        return model == null ? null : expected(model, reference.judged(false), Double.NaN);
    }

    /** After nothing but zeros no regression converges; half a case in all of them is expected. */
    public static Expected afterZeros(int values) {
        return new Expected(FastMath.log(0.5 / values), 0, 1, Double.NaN);
    }

    private static Expected expected(Model model, double[] row, double slope) {
        double deviation = Math.sqrt(model.fit().variance(row) * model.quirk());
        return new Expected(model.fit().linear(row), deviation, model.dispersion(), slope);
    }

    private @Nullable Model fit(double[][] rows, double[] response) {
        PoissonRegression first = PoissonRegression.fit(rows, response);
        if (first == null || !weighting.reweight()) {
            return first == null ? null : new Model(first, Math.max(1, first.dispersion()), first.dispersion());
        }
        double[] weights = weights(first, Math.max(1, first.dispersion()));
        PoissonRegression second = PoissonRegression.fit(rows, response, weights);
        return second == null ? null : new Model(second, Math.max(1, second.dispersion()), quirk(second));
    }

    private double[] weights(PoissonRegression fit, double dispersion) {
        double[] weights = new double[fit.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double y = fit.response(i);
            double mean = fit.mean(i);
            double residual = 1.5 * (FastMath.pow(y, 2 / 3.) * FastMath.pow(mean, -1 / 6.) - Math.sqrt(mean));
            double standard = residual / Math.sqrt(dispersion * (1 - fit.leverage(i)));
            weights[i] = standard > weighting.beyond() ? 1 / (standard * standard) : 1;
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / sum;
        }
        return weights;
    }

    /** The dispersion R takes for standard errors once it has put the weights in the place of the working weights. */
    private static double quirk(PoissonRegression fit) {
        double sum = 0;
        for (int i = 0; i < fit.size(); i++) {
            double residual = (fit.response(i) - fit.mean(i)) / fit.mean(i);
            sum += fit.weight(i) * residual * residual;
        }
        return sum / fit.freedom();
    }

    /** Only if it is sure enough, there are three years, and it does not promise more than was ever seen. */
    private boolean keepsTrend(Model model, Reference.Rows rows) {
        double most = java.util.Arrays.stream(rows.response).max().orElse(0);
        double promised = FastMath.exp(model.fit().linear(reference.judged(true)));
        return reference.years() >= YEARS_FOR_A_TREND && isSure(model) && promised <= most;
    }

    private boolean isSure(Model model) {
        if (trend.pValue() >= 1) {
            return true;
        }
        double[] slope = new double[reference.periods() + 1];
        slope[reference.periods()] = 1;
        double deviation = Math.sqrt(model.fit().variance(slope) * model.quirk());
        double t = Math.abs(model.fit().coefficient(reference.periods())) / deviation;
        return 2 * new TDistribution(model.fit().freedom()).cumulativeProbability(-t) < trend.pValue();
    }

    /** What is exceeded with a probability of about {@code alpha}. */
    public Limit limit(Expected expected, double value, double alpha) {
        if (bound == Bound.DELTA) {
            return delta(expected, value, alpha);
        }
        double raised = bound == Bound.MUAN ? quantile(alpha) * expected.deviation() : 0;
        CountLaw law = CountLaw.of(FastMath.exp(expected.linear() + raised), expected.dispersion());
        return new Limit(law.upper(alpha), law.atLeast(value));
    }

    private static Limit delta(Expected expected, double value, double alpha) {
        double mean = expected.mean();
        double ofMean = expected.deviation() * mean;
        double tau = expected.dispersion() + ofMean * ofMean / mean;
        double deviation = Math.sqrt(4 / 9. * FastMath.cbrt(mean) * tau);
        double middle = FastMath.pow(mean, 2 / 3.);
        double upper = FastMath.pow(middle + quantile(alpha) * deviation, 1.5);
        double distance = (FastMath.pow(value, 2 / 3.) - middle) / deviation;
        return new Limit(upper, NORMAL.cumulativeProbability(-distance));
    }

    private static double quantile(double alpha) {
        return -NORMAL.inverseCumulativeProbability(alpha);
    }

    /** R's: how far the value lies on the way from what is expected, or its logarithm, to the bound. */
    public double score(Expected expected, double value, double upper) {
        double from = bound == Bound.DELTA ? expected.mean() : expected.linear();
        return (value - from) / (upper - from);
    }
}
