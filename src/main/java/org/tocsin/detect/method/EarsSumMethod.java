package org.tocsin.detect.method;

/**
 * C3 after Hutwagner et al. 2003 and Fricker et al. 2008: the sum over three values of what lies beyond one standard deviation.
 * R surveillance gives another bound, which does not depend on the judged value; it is not followed.
 */
public record EarsSumMethod(Ears ears, double h) implements Method {
    public static EarsSumMethod c3(int baseline, double h, double minSigma) {
        return new EarsSumMethod(new Ears(baseline, 2, baseline, minSigma), h);
    }

    @Override
    public Result run(double[] values, int perYear) {
        Result result = new Result(values.length);
        for (int i = 0; i < values.length; i++) {
            Ears.Baseline before = ears.before(values, i);
            double statistic = ears.carried(values, i) + ears.excess(values, i);
            if (before != null && !Double.isNaN(statistic)) {
                result.put(i, "baseline_mean", before.mean())
                        .put(i, "scale", before.scale())
                        .put(i, "c2", before.distance(values[i]))
                        .put(i, "statistic", statistic)
                        .put(i, "threshold", h)
                        .alarm(i, statistic > h);
            }
        }
        return result;
    }
}
