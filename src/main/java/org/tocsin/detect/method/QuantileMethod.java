package org.tocsin.detect.method;

/** A value above a quantile of its history. METHODS R3b. */
public record QuantileMethod(int window, int gap, double p, int minHistory, double minValue) implements Method {
    @Override
    public Result run(double[] values, int perYear) {
        Result result = new Result(values.length);
        for (int i = 0; i < values.length; i++) {
            Sample history = Sample.before(values, i, window, gap);
            result.put(i, "n_hist", history.size());
            if (history.size() >= minHistory && !Double.isNaN(values[i])) {
                double threshold = history.quantile(p);
                result.put(i, "statistic", history.shareBelow(values[i]))
                        .put(i, "threshold", threshold)
                        .alarm(i, values[i] > threshold && values[i] >= minValue);
            }
        }
        return result;
    }
}
