package org.tocsin.detect.method;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * A quasi-Poisson regression with a logarithmic link, fitted by iteratively reweighted least squares as R's {@code glm} does it,
 * from the same start and to the same tolerance.
 */
final class PoissonRegression {
    private static final int MOST_STEPS = 25;
    private static final double TOLERANCE = 1e-8;
    /** Columns that are told apart by less are the same. */
    private static final double SINGULAR = 1e-11;

    private final double[][] rows;
    private final double[] response;
    private final double[] weights;
    private final double[] means;
    private double[] coefficients = {};
    private double[][] triangle = {};

    private PoissonRegression(double[][] rows, double[] response, double[] weights) {
        this.rows = rows;
        this.response = response;
        this.weights = weights;
        this.means = new double[response.length];
    }

    /** Null if it does not converge, or the columns do not tell it apart. */
    static @Nullable PoissonRegression fit(double[][] rows, double[] response) {
        double[] equal = new double[response.length];
        java.util.Arrays.fill(equal, 1);
        return fit(rows, response, equal);
    }

    /** Null if it does not converge, or the columns do not tell it apart. */
    static @Nullable PoissonRegression fit(double[][] rows, double[] response, double[] weights) {
        PoissonRegression model = new PoissonRegression(rows, response, weights);
        return rows.length > 0 && rows.length >= rows[0].length && model.converges() ? model : null;
    }

    private boolean converges() {
        double[] linear = new double[response.length];
        for (int i = 0; i < response.length; i++) {
            means[i] = response[i] + 0.1;
            linear[i] = FastMath.log(means[i]);
        }
        double deviance = deviance();
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!step(linear)) {
                return false;
            }
            double now = deviance();
            if (Math.abs(now - deviance) / (Math.abs(now) + 0.1) < TOLERANCE) {
                return true;
            }
            deviance = now;
        }
        return false;
    }

    private boolean step(double[] linear) {
        int columns = rows[0].length;
        RealMatrix design = MatrixUtils.createRealMatrix(rows.length, columns);
        double[] working = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double root = Math.sqrt(weights[i] * means[i]);
            for (int j = 0; j < columns; j++) {
                design.setEntry(i, j, root * rows[i][j]);
            }
            working[i] = root * (linear[i] + (response[i] - means[i]) / means[i]);
        }
        QRDecomposition decomposition = new QRDecomposition(design, SINGULAR);
        if (!decomposition.getSolver().isNonSingular()) {
            return false;
        }
        coefficients = decomposition
                .getSolver()
                .solve(MatrixUtils.createRealVector(working))
                .toArray();
        triangle = decomposition
                .getR()
                .getSubMatrix(0, columns - 1, 0, columns - 1)
                .getData();
        for (int i = 0; i < rows.length; i++) {
            linear[i] = linear(rows[i]);
            means[i] = FastMath.exp(linear[i]);
        }
        return true;
    }

    private double deviance() {
        double sum = 0;
        for (int i = 0; i < response.length; i++) {
            double y = response[i];
            sum += weights[i] * ((y == 0 ? 0 : y * FastMath.log(y / means[i])) - (y - means[i]));
        }
        return 2 * sum;
    }

    /** The logarithm of what is expected at this row. */
    double linear(double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += row[j] * coefficients[j];
        }
        return sum;
    }

    double coefficient(int column) {
        return coefficients[column];
    }

    double mean(int observation) {
        return means[observation];
    }

    double response(int observation) {
        return response[observation];
    }

    double weight(int observation) {
        return weights[observation];
    }

    int size() {
        return response.length;
    }

    int freedom() {
        return response.length - coefficients.length;
    }

    /** Pearson's: how much more the responses scatter than Poisson counts. */
    double dispersion() {
        double sum = 0;
        for (int i = 0; i < response.length; i++) {
            double residual = response[i] - means[i];
            sum += weights[i] * residual * residual / means[i];
        }
        return sum / freedom();
    }

    /** The variance of the linear predictor at this row, for a dispersion of 1. */
    double variance(double[] row) {
        double[] solved = new double[row.length];
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            double rest = row[j];
            for (int i = 0; i < j; i++) {
                rest -= triangle[i][j] * solved[i];
            }
            solved[j] = rest / triangle[j][j];
            sum += solved[j] * solved[j];
        }
        return sum;
    }

    /** How much of an observation's fit is its own doing; from 0 to 1. */
    double leverage(int observation) {
        return weights[observation] * means[observation] * variance(rows[observation]);
    }
}
