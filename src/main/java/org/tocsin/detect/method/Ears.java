package org.tocsin.detect.method;

import org.jspecify.annotations.Nullable;

/**
 * The EARS methods: a value against mean and standard deviation of the few before it. Hutwagner et al. 2003; METHODS R4.
 *
 * @param baseline how many values make up the baseline
 * @param lag how many values lie between the baseline and the judged one: 0 for C1, 2 for C2 and C3
 * @param span over how many values, unknown ones included, the baseline may be spread
 * @param minSigma what the standard deviation is taken for at least
 */
public record Ears(int baseline, int lag, int span, double minSigma) {
    /** How many values the statistic of C3 adds up. */
    public static final int SUMMED = 3;

    public Ears {
        if (baseline < 2) {
            throw new IllegalArgumentException("baseline: is less than two values: " + baseline);
        }
    }

    /** Mean and standard deviation of a baseline, and where it begins. */
    public record Baseline(double mean, double scale, int first) {
        /** The distance of a value in standard deviations; NaN where neither it nor the baseline moves. */
        public double distance(double value) {
            return (value - mean) / scale;
        }
    }

    /** The baseline of the value at {@code at}; null if too few are known. */
    public @Nullable Baseline before(double[] values, int at) {
        int end = at - lag;
        int known = 0;
        double sum = 0;
        int first = end;
        while (known < baseline && first > 0 && end - first < span) {
            first--;
            if (!Double.isNaN(values[first])) {
                sum += values[first];
                known++;
            }
        }
        if (known < baseline) {
            return null;
        }
        double mean = sum / baseline;
        double squares = 0;
        for (int i = first; i < end; i++) {
            if (!Double.isNaN(values[i])) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
        }
        return new Baseline(mean, Math.max(Math.sqrt(squares / (baseline - 1)), minSigma), first);
    }

    /**
     * The statistic of C3 without the judged value's own part: how far the two before it lay beyond one standard deviation.
     *
     * @return NaN if one of them cannot be judged
     */
    public double carried(double[] values, int at) {
        double sum = 0;
        for (int i = at - SUMMED + 1; i < at; i++) {
            sum += excess(values, i);
        }
        return sum;
    }

    /** How far the value lies beyond one standard deviation; NaN if it cannot be judged. */
    public double excess(double[] values, int at) {
        Baseline before = at < 0 ? null : before(values, at);
        return before == null ? Double.NaN : Math.max(0, before.distance(values[at]) - 1);
    }
}
