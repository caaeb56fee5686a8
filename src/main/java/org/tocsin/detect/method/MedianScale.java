package org.tocsin.detect.method;

import org.hipparchus.util.FastMath;

/**
 * Distances from the median in robust standard deviations. METHODS R7.
 *
 * @param minScale what the standard deviation is taken for at least
 * @param poissonFloor whether it is at least that of counts of this median; saves the history in which most values are equal
 * @param log1p whether values are taken as log(1 + x)
 */
public record MedianScale(double minScale, boolean poissonFloor, boolean log1p) {
    /** The middle of a history and its spread, on the scale of the logarithm where that is taken. */
    public record Middle(double median, double mad, double scale) {}

    /** Middle and spread of the values, which must be at least one. */
    public Middle of(Sample history) {
        double median = history.median();
        double mad = history.scaledMad();
        double scale = Math.max(mad, minScale);
        return new Middle(median, mad, poissonFloor ? Math.max(scale, Math.sqrt(Math.max(median, 1))) : scale);
    }

    /** Each value on the scale that is judged. */
    public double[] scaled(double[] values) {
        if (!log1p) {
            return values;
        }
        double[] logs = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logs[i] = FastMath.log1p(values[i]);
        }
        return logs;
    }

    /** The value, in its own unit, that lies {@code k} robust standard deviations above the middle. */
    public double mark(Middle middle, double k) {
        return unscaled(middle.median() + k * middle.scale());
    }

    public double unscaled(double value) {
        return log1p ? FastMath.expm1(value) : value;
    }
}
