package org.tocsin.detect.method;

import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/** What is expected by a Poisson regression with one yearly wave, fitted once. */
final class Seasonal {
    private final PoissonRegression model;
    private final int perYear;

    private Seasonal(PoissonRegression model, int perYear) {
        this.model = model;
        this.perYear = perYear;
    }

    /** Fitted on the known values before {@code end}; null if they do not suffice. */
    static @Nullable Seasonal before(double[] values, int end, int perYear) {
        Sample known = Sample.of(values, 0, end);
        double[][] rows = new double[known.size()][];
        double[] response = new double[known.size()];
        int row = 0;
        for (int i = 0; i < end; i++) {
            if (!Double.isNaN(values[i])) {
                rows[row] = wave(i, perYear);
                response[row++] = values[i];
            }
        }
        PoissonRegression model = PoissonRegression.fit(rows, response);
        return model == null ? null : new Seasonal(model, perYear);
    }

    double mean(int at) {
        return FastMath.exp(model.linear(wave(at, perYear)));
    }

    private static double[] wave(int at, int perYear) {
        double angle = 2 * Math.PI * at / perYear;
        return new double[] {1, FastMath.cos(angle), FastMath.sin(angle)};
    }
}
