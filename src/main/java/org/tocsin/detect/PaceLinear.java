package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fires when an appeal's coverage lags behind the calendar. METHODS R8; the statistic is by how much. A crude measure, as money
 * comes late and in lumps: no shipped rule uses it.
 *
 * @param shortfalls per level, by how much the coverage lies under the share of days that have passed
 * @param minElapsed how much of the plan must have passed, as a share of its days
 * @param minRequired the smallest requirement judged, in USD
 */
public record PaceLinear(
        Map<Level, BigDecimal> shortfalls,
        BigDecimal minElapsed,
        @Nullable BigDecimal minRequired) implements Detector {
    public PaceLinear {
        shortfalls = Levels.shares("shortfalls", Levels.rising("shortfalls", shortfalls));
        if (minElapsed.signum() < 0 || minElapsed.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("minElapsed: must be from 0 to 1: " + minElapsed);
        }
        minElapsed = Numbers.plainOf(minElapsed);
        minRequired = Numbers.plain(minRequired);
    }

    @Override
    public Family family() {
        return Family.PACE;
    }

    @Override
    public boolean downward() {
        return true;
    }

    @Override
    public Judgement judge(Evidence evidence) {
        BigDecimal coverage = evidence.judged().value();
        Plan plan = evidence.plan();
        if (coverage == null || plan == null || plan.required().signum() == 0) {
            return Judgement.quiet(Reason.UNKNOWN, coverage);
        }
        Reason beforehand = plan.beforehand(evidence.judged().period().end(), minElapsed, minRequired);
        return beforehand == null ? compare(coverage, plan, evidence) : Judgement.quiet(beforehand, coverage);
    }

    private Judgement compare(BigDecimal coverage, Plan plan, Evidence evidence) {
        BigDecimal elapsed = plan.elapsed(evidence.judged().period().end());
        BigDecimal shortfall = elapsed.subtract(coverage);
        Judgement.Comparison comparison =
                new Judgement.Comparison(elapsed, evidence.judged().period());
        Level level = Levels.loudest(shortfalls, least -> shortfall.compareTo(least) >= 0)
                .orElse(null);
        BigDecimal reached = level == null ? Levels.least(shortfalls) : shortfalls.get(level);
        BigDecimal threshold = reached == null ? elapsed : elapsed.subtract(reached);
        Reason reason = level == null ? Reason.BELOW_THRESHOLD : Reason.FIRED;
        return new Judgement(level, reason, coverage, comparison, shortfall, threshold);
    }
}
