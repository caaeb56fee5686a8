package org.tocsin.detect.method;

/**
 * R surveillance's {@code algo.cusum}: what exceeds the usual is added up; it is not set back after an alarm. METHODS R6.
 *
 * @param k how much of each standardized value is taken off
 * @param h the sum that alarms
 */
public record CusumMethod(double k, double h, Standardized by, Expectation expected, Span range) implements Method {
    @Override
    public Result run(double[] values, int perYear) {
        Result result = new Result(values.length);
        double[] means = expected.of(values, range.start(), perYear);
        double sum = 0;
        for (int i = range.start(); i < range.end(values); i++) {
            if (!Double.isNaN(values[i]) && !Double.isNaN(means[i])) {
                double upper = by.back(h + k - sum, means[i]);
                sum = Math.max(0, sum + by.of(values[i], means[i]) - k);
                result.put(i, "target", means[i])
                        .put(i, "statistic", sum)
                        .put(i, "threshold", h)
                        .put(i, "count_upperbound", Double.isNaN(upper) ? 0 : Math.max(0, upper))
                        .alarm(i, sum >= h);
            }
        }
        return result;
    }
}
