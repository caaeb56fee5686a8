package org.tocsin.detect.method;

/** C1 or C2 as R surveillance has them: an unknown value anywhere in the baseline leaves nothing to be said. */
public record EarsMethod(Ears ears, double z) implements Method {
    public static EarsMethod c1(int baseline, double z, double minSigma) {
        return new EarsMethod(new Ears(baseline, 0, baseline, minSigma), z);
    }

    public static EarsMethod c2(int baseline, double z, double minSigma) {
        return new EarsMethod(new Ears(baseline, 2, baseline, minSigma), z);
    }

    @Override
    public Result run(double[] values, int perYear) {
        Result result = new Result(values.length);
        for (int i = 0; i < values.length; i++) {
            Ears.Baseline before = ears.before(values, i);
            if (before != null) {
                double threshold = before.mean() + z * before.scale();
                result.put(i, "baseline_mean", before.mean())
                        .put(i, "scale", before.scale())
                        .put(i, "threshold", threshold);
                if (!Double.isNaN(values[i])) {
                    result.put(i, "statistic", before.distance(values[i])).alarm(i, values[i] > threshold);
                }
            }
        }
        return result;
    }
}
