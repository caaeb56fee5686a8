package org.tocsin.detect.method;

import org.hipparchus.special.Beta;

/**
 * The sum of the last few values against that of those before, scaled to the same length. METHODS R2.
 *
 * @param current how many values make up the judged sum
 * @param reference how many values before them make up the reference
 */
public record WindowMethod(int current, int reference, double ratio, Least least) implements Method {
    /** What the current sum, the reference as it is, and the difference must reach. */
    public record Least(double current, double reference, double absolute) {}

    @Override
    public Result run(double[] values, int perYear) {
        Result result = new Result(values.length);
        for (int i = current + reference - 1; i < values.length; i++) {
            result.put(i, "threshold", ratio);
            Sample now = Sample.of(values, i + 1 - current, i + 1);
            Sample before = Sample.of(values, i + 1 - current - reference, i + 1 - current);
            if (now.size() == current && before.size() == reference) {
                judge(result, i, now.sum(), before.sum());
            }
        }
        return result;
    }

    private void judge(Result result, int at, double now, double before) {
        double scaled = before * current / reference;
        boolean alarm = now > 0
                && now >= ratio * scaled
                && now - scaled >= least.absolute()
                && now >= least.current()
                && before >= least.reference();
        result.put(at, "current_sum", now)
                .put(at, "reference_scaled", scaled)
                .put(at, "absolute_change", now - scaled)
                .put(at, "pvalue", probability(now, before))
                .put(at, "statistic", now / scaled)
                .alarm(at, alarm);
    }

    /** Of so many or more in the current windows, all counts being given: exact, and too eager where counts scatter. */
    private double probability(double now, double before) {
        double share = (double) current / (current + reference);
        return now <= 0 ? 1 : Beta.regularizedBeta(share, now, before + 1);
    }
}
