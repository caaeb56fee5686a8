package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.Map;
import org.tocsin.detect.method.Ears;

/** What the three EARS detectors have in common: a baseline, whose spikes may be capped at C1's usual 3.09 deviations. */
record EarsBaseline(Ears ears, boolean capped) {
    /** The quantile of the normal law that one value in a thousand exceeds. */
    static final BigDecimal USUAL_Z = new BigDecimal("3.0902");

    private static final double CAP = USUAL_Z.doubleValue();

    static void check(int baseline, BigDecimal minSigma) {
        if (baseline < 2) {
            throw new IllegalArgumentException("baseline: is less than two values: " + baseline);
        }
        if (minSigma.signum() <= 0) {
            throw new IllegalArgumentException("minSigma: must be above 0: " + minSigma);
        }
    }

    int reach() {
        int once = ears.span() + ears.lag();
        return capped ? 2 * once : once;
    }

    private double[] values(Evidence evidence) {
        double[] values = Values.of(evidence);
        return capped ? Capped.values(values, this::cap) : values;
    }

    private double cap(double[] values, int at) {
        Ears.Baseline before = ears.before(values, at);
        return before == null ? Double.NaN : before.mean() + CAP * before.scale();
    }

    Judgement distance(Evidence evidence, Map<Level, BigDecimal> z) {
        BigDecimal value = evidence.judged().value();
        if (value == null) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        double[] values = values(evidence);
        int at = values.length - 1;
        Ears.Baseline before = ears.before(values, at);
        if (before == null) {
            return Judgement.quiet(Reason.NO_HISTORY, value);
        }
        return Marks.of(z, each -> before.mean() + each * before.scale())
                .above(value, comparison(evidence, before), before.distance(values[at]));
    }

    Judgement sum(Evidence evidence, Map<Level, BigDecimal> h) {
        BigDecimal value = evidence.judged().value();
        if (value == null) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        double[] values = values(evidence);
        int at = values.length - 1;
        Ears.Baseline before = ears.before(values, at);
        double carried = ears.carried(values, at);
        if (before == null || Double.isNaN(carried)) {
            return Judgement.quiet(Reason.NO_HISTORY, value);
        }
        double statistic = carried + ears.excess(values, at);
        BigDecimal told = Numbers.told(statistic);
        Level level = Levels.loudest(h, least -> told != null && told.compareTo(least) > 0)
                .orElse(null);
        return Marks.of(h, least -> carried > least ? 0 : before.mean() + before.scale() * (1 + least - carried))
                .judgement(level, value, comparison(evidence, before), statistic);
    }

    private Judgement.Comparison comparison(Evidence evidence, Ears.Baseline before) {
        int end = evidence.points().size() - 1 - ears.lag();
        return Values.comparison(before.mean(), Values.days(evidence, before.first(), end));
    }
}
