package org.tocsin.detect.method;

/**
 * {@link Farrington} over a series, with the columns of R surveillance.
 *
 * @param least there is no bound where fewer cases than this were counted in the last few values; limit54 in R
 */
public record FarringtonMethod(Farrington by, double alpha, Least least, Span range) implements Method {
    /** So many cases in so many values, the judged one among them. */
    public record Least(double cases, int values) {
        /** Farrington's. */
        public static final Least USUAL = new Least(5, 4);

        /** Whether enough were counted; an unknown value counts nothing. */
        public boolean isReached(double[] values, int at) {
            return Sample.of(values, at + 1 - this.values, at + 1).sum() >= cases;
        }
    }

    @Override
    public Result run(double[] values, int perYear) {
        Result result = new Result(values.length);
        for (int i = range.start(); i < range.end(values); i++) {
            Farrington.Expected expected = Double.isNaN(values[i]) ? null : by.expected(values, i, perYear);
            if (expected != null) {
                judge(result, i, values, expected);
            }
        }
        return result;
    }

    private void judge(Result result, int at, double[] values, Farrington.Expected expected) {
        Farrington.Limit limit = by.limit(expected, values[at], alpha);
        double score = by.score(expected, values[at], limit.upper());
        boolean enough = least.isReached(values, at);
        result.put(at, "phi", expected.dispersion())
                .put(at, "trend_used", Double.isNaN(expected.trend()) ? 0 : 1)
                .put(at, "trend_coef", expected.trend())
                .put(at, "pvalue", limit.probability())
                .put(at, "statistic", score)
                .put(at, "threshold", enough ? limit.upper() : Double.NaN)
                .put(at, "expected", enough ? expected.mean() : Double.NaN)
                .alarm(at, enough && values[at] > limit.upper());
    }
}
