package org.tocsin.detect.method;

/**
 * The daily rule of HDX Signals at commit f00cfb99: the rolling sum is the highest of one or of three years, itself among them,
 * and reaches a floor.
 *
 * @param sumDays how many days are added up
 * @param window1 of how many sums it is the highest at level 1
 * @param window2 of how many sums it is the highest at level 2
 * @param suppressDays for how long a signal silences those that are no louder, as on the first run
 */
public record RollingHighMethod(int sumDays, int window1, int window2, double minValue, int suppressDays)
        implements Method {
    @Override
    public Result run(double[] values, int perYear) {
        double[] sums = sums(values);
        Result result = new Result(values.length);
        int[] told = {Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (int i = 0; i < values.length; i++) {
            double year = highest(sums, i, window1);
            double years = highest(sums, i, window2);
            int level = sums[i] < minValue ? 0 : sums[i] >= years ? 2 : sums[i] >= year ? 1 : 0;
            boolean signal = level > 0 && i - loudestSince(told, level) >= suppressDays;
            if (signal) {
                told[level] = i;
            }
            result.put(i, "statistic", sums[i])
                    .put(i, "threshold_1y", year)
                    .put(i, "threshold_3y", years)
                    .put(i, "threshold", minValue)
                    .put(i, "level", level)
                    .put(i, "signal_after_suppression", signal ? 1 : 0)
                    .alarm(i, level > 0);
        }
        return result;
    }

    /** When something at least as loud was last told; long ago if never. */
    private int loudestSince(int[] told, int level) {
        int last = Math.max(told[level], told[2]);
        return last == Integer.MIN_VALUE ? -suppressDays : last;
    }

    private double[] sums(double[] values) {
        double[] sums = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            Sample days = Sample.of(values, i + 1 - sumDays, i + 1);
            sums[i] = days.size() == sumDays ? days.sum() : Double.NaN;
        }
        return sums;
    }

    /** NaN unless all of them are known. */
    private static double highest(double[] sums, int at, int window) {
        if (at + 1 < window) {
            return Double.NaN;
        }
        double highest = sums[at];
        for (int i = at + 1 - window; i < at; i++) {
            highest = Math.max(highest, sums[i]);
        }
        return highest;
    }
}
