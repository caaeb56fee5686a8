package org.tocsin.detect.method;

/**
 * R surveillance's {@code algo.glrnb} for a rise of the mean: begins anew after an alarm. METHODS R6.
 *
 * @param theta the rise to look for, as the logarithm of the ratio; NaN: the likeliest
 * @param threshold the ratio that alarms
 */
public record LikelihoodMethod(LikelihoodRatio by, double theta, double threshold, Expectation expected, Span range)
        implements Method {
    public LikelihoodMethod {
        if (by.alpha() > 0 && !(expected instanceof Expectation.Known)) {
            throw new IllegalArgumentException("alpha: above 0 is only for a mean that is given as mu0");
        }
    }

    @Override
    public Result run(double[] values, int perYear) {
        Result result = new Result(values.length);
        double[] means = expected.of(values, range.start(), perYear);
        int start = range.start();
        double sum = 0;
        for (int i = range.start(); i < range.end(values); i++) {
            if (!Double.isNaN(values[i]) && !Double.isNaN(means[i])) {
                sum = Double.isNaN(theta)
                        ? by.best(values, means, start, i).ratio()
                        : Math.max(0, sum + by.ratio(theta, values[i], means[i], 1));
                boolean alarm = sum >= threshold;
                result.put(i, "mu0", means[i])
                        .put(i, "statistic", sum)
                        .put(i, "threshold", threshold)
                        .alarm(i, alarm);
                start = alarm ? i + 1 : start;
                sum = alarm ? 0 : sum;
            }
        }
        return result;
    }
}
