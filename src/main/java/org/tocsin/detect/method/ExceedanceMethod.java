package org.tocsin.detect.method;

/** A count above what chance allows after those before it. METHODS R5. */
public record ExceedanceMethod(Exceedance by, MedianMethod.History history, double alpha) implements Method {
    @Override
    public Result run(double[] values, int perYear) {
        Result result = new Result(values.length);
        for (int i = 0; i < values.length; i++) {
            Sample past = Sample.before(values, i, history.window(), history.gap());
            result.put(i, "n_hist", past.size());
            if (past.size() >= history.minHistory() && !Double.isNaN(values[i])) {
                double threshold = by.upper(past, alpha);
                result.put(i, "baseline_mean", past.mean())
                        .put(i, "phi", past.dispersion())
                        .put(i, "statistic", by.atLeast(past, values[i]))
                        .put(i, "threshold", threshold)
                        .alarm(i, values[i] > threshold && values[i] >= history.minValue());
            }
        }
        return result;
    }
}
