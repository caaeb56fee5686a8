package org.tocsin.detect.method;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a method says of each value of a series, by column; NaN where nothing can be said. */
public final class Result {
    private static final double[] NONE = {};

    private final int length;
    private final Map<String, double[]> columns = new LinkedHashMap<>();

    Result(int length) {
        this.length = length;
    }

    Result put(int at, String column, double value) {
        double[] values = columns.computeIfAbsent(column, name -> {
            double[] unknown = new double[length];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        });
        values[at] = value;
        return this;
    }

    Result alarm(int at, boolean alarm) {
        return put(at, "alarm", alarm ? 1 : 0);
    }

    public int length() {
        return length;
    }

    /** One of {@code statistic}, {@code threshold}, {@code alarm} (0 or 1), or a column the method names. */
    public double at(int at, String column) {
        double[] values = columns.getOrDefault(column, NONE);
        return at < values.length ? values[at] : Double.NaN;
    }
}
