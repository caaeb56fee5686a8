package org.tocsin.detect.method;

import java.util.Arrays;

/** What is known of some consecutive values; NaN is unknown, and never zero. */
public final class Sample {
    /** Makes the median of absolute deviations a standard deviation where the values are normal. */
    private static final double MAD_OF_NORMAL = 1.4826;

    private final double[] known;

    private Sample(double[] known) {
        this.known = known;
    }

    /** The known ones of {@code values} from {@code from}, which may lie before the first, to {@code to}, last excluded. */
    public static Sample of(double[] values, int from, int to) {
        double[] known = new double[Math.max(0, to - Math.max(0, from))];
        int count = 0;
        for (int i = Math.max(0, from); i < to; i++) {
            if (!Double.isNaN(values[i])) {
                known[count++] = values[i];
            }
        }
        return new Sample(count == known.length ? known : Arrays.copyOf(known, count));
    }

    /** The {@code window} values that end {@code gap} values before {@code at}. */
    public static Sample before(double[] values, int at, int window, int gap) {
        return of(values, at - gap - window, at - gap);
    }

    public int size() {
        return known.length;
    }

    public double sum() {
        double sum = 0;
        for (double value : known) {
            sum += value;
        }
        return sum;
    }

    public double mean() {
        return sum() / known.length;
    }

    /** Divided by one less than there are; NaN for fewer than two. */
    public double variance() {
        double mean = mean();
        double squares = 0;
        for (double value : known) {
            squares += (value - mean) * (value - mean);
        }
        return known.length < 2 ? Double.NaN : squares / (known.length - 1);
    }

    /** How much more the values scatter than counts do by chance: variance over mean, at least 1. */
    public double dispersion() {
        double mean = mean();
        return mean > 0 && known.length > 1 ? Math.max(1, variance() / mean) : 1;
    }

    public double median() {
        return quantile(0.5);
    }

    /** The median distance from the median, scaled to be a standard deviation where the values are normal. */
    public double scaledMad() {
        double median = median();
        double[] distances = new double[known.length];
        for (int i = 0; i < known.length; i++) {
            distances[i] = Math.abs(known[i] - median);
        }
        return MAD_OF_NORMAL * new Sample(distances).median();
    }

    /** The value below which a share of {@code p} lies, linear between two values (type 7 of Hyndman and Fan 1996). */
    public double quantile(double p) {
        double[] sorted = known.clone();
        Arrays.sort(sorted);
        double place = (sorted.length - 1) * p;
        // as R does, so that a place a rounding error below a value is that value
        int below = (int) Math.floor(place + 4 * Math.ulp(1.0));
        double between = place - below;
        if (Math.abs(between) < 4 * Math.ulp(1.0) || below + 1 >= sorted.length) {
            return sorted[below];
        }
        return sorted[below] + between * (sorted[below + 1] - sorted[below]);
    }

    /** The share of values below {@code value}. */
    public double shareBelow(double value) {
        int below = 0;
        for (double each : known) {
            below += each < value ? 1 : 0;
        }
        return (double) below / known.length;
    }
}
