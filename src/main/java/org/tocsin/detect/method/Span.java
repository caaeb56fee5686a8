package org.tocsin.detect.method;

/**
 * Which values of a series are judged.
 *
 * @param first counted from 1, as in R
 * @param last the last one judged
 */
public record Span(int first, int last) {
    public static final Span ALL = new Span(1, Integer.MAX_VALUE);

    public Span {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "range: is not first and last value, counted from 1: " + first + " to " + last);
        }
    }

    /** Counted from 0. */
    int start() {
        return first - 1;
    }

    /** Counted from 0, itself not judged. */
    int end(double[] values) {
        return Math.min(last, values.length);
    }
}
