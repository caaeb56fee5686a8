package org.tocsin.detect.method;

import java.util.Arrays;

/** What a chart for level shifts takes for usual. */
public sealed interface Expectation {
    /** The expected value of each value from {@code start} on; NaN where nothing can be expected. */
    double[] of(double[] values, int start, int perYear);

    /** A value that is known. */
    record Known(double mean) implements Expectation {
        @Override
        public double[] of(double[] values, int start, int perYear) {
            double[] means = new double[values.length];
            Arrays.fill(means, mean);
            return means;
        }
    }

    /** The mean of the known values before the first judged one. */
    record MeanBefore() implements Expectation {
        @Override
        public double[] of(double[] values, int start, int perYear) {
            return new Known(Sample.of(values, 0, start).mean()).of(values, start, perYear);
        }
    }

    /** A Poisson regression with one yearly wave on the values before the first judged one. */
    record Wave() implements Expectation {
        @Override
        public double[] of(double[] values, int start, int perYear) {
            double[] means = new double[values.length];
            Arrays.fill(means, Double.NaN);
            Seasonal model = Seasonal.before(values, start, perYear);
            for (int i = start; i < values.length && model != null; i++) {
                means[i] = model.mean(i);
            }
            return means;
        }
    }
}
