package org.tocsin.detect.method;

/** A value many robust standard deviations above the median of its history. METHODS R7. */
public record MedianMethod(MedianScale by, History history, double k) implements Method {
    /** Which values before the judged one are looked at, how many must be known, and the smallest value that may alarm. */
    public record History(int window, int gap, int minHistory, double minValue) {}

    @Override
    public Result run(double[] values, int perYear) {
        double[] scaled = by.scaled(values);
        Result result = new Result(values.length);
        for (int i = 0; i < values.length; i++) {
            Sample past = Sample.before(scaled, i, history.window(), history.gap());
            result.put(i, "n_hist", past.size());
            if (past.size() >= history.minHistory() && !Double.isNaN(values[i])) {
                MedianScale.Middle middle = by.of(past);
                double statistic = (scaled[i] - middle.median()) / middle.scale();
                result.put(i, "median", middle.median())
                        .put(i, "mad", middle.mad())
                        .put(i, "scale", middle.scale())
                        .put(i, "statistic", statistic)
                        .put(i, "threshold", by.mark(middle, k))
                        .alarm(i, statistic > k && values[i] >= history.minValue());
            }
        }
        return result;
    }
}
