package org.tocsin.detect.method;

/**
 * R surveillance's {@code bayes}: a count above what chance allows after those just before it and those around the same time in
 * earlier years.
 *
 * @param years how many earlier years are looked at
 * @param halfWindow how many values just before the judged one, and on either side of the same time in an earlier year
 * @param thisYear whether those just before the judged one count; they do in any case if no earlier year does
 */
public record BayesMethod(int years, int halfWindow, boolean thisYear, double alpha, Span range) implements Method {
    @Override
    public Result run(double[] values, int perYear) {
        Result result = new Result(values.length);
        for (int i = range.start(); i < range.end(values); i++) {
            double[] past = past(values, i, perYear);
            if (past.length > 0 && !Double.isNaN(values[i])) {
                Sample known = Sample.of(past, 0, past.length);
                double threshold = Exceedance.BAYES.upper(known, alpha);
                result.put(i, "statistic", Exceedance.BAYES.atLeast(known, values[i]))
                        .put(i, "threshold", threshold)
                        .alarm(i, values[i] > threshold);
            }
        }
        return result;
    }

    /** Empty if the series does not reach back far enough. */
    private double[] past(double[] values, int at, int perYear) {
        int recent = thisYear || years == 0 ? halfWindow : 0;
        int around = 2 * halfWindow + 1;
        if (at - years * perYear - halfWindow < 0) {
            return new double[0];
        }
        double[] past = new double[recent + years * around];
        System.arraycopy(values, at - recent, past, 0, recent);
        for (int year = 1; year <= years; year++) {
            System.arraycopy(values, at - year * perYear - halfWindow, past, recent + (year - 1) * around, around);
        }
        return past;
    }
}
