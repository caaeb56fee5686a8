package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fires when an appeal, going on as the plan did in earlier years, would end under a share of what it asks for. METHODS R8; the
 * statistic is the coverage it would end with.
 *
 * @param projections per level, under which coverage it would end; a louder level is a smaller one
 * @param minElapsed how much of the plan must have passed, as a share of its days
 * @param minYears how many earlier years there must be
 * @param minRequired the smallest requirement judged, in USD
 */
public record PaceProfile(
        Map<Level, BigDecimal> projections,
        BigDecimal minElapsed,
        int minYears,
        @Nullable BigDecimal minRequired) implements Detector {
    public PaceProfile {
        projections = Levels.shares("projections", Levels.falling("projections", projections));
        if (minElapsed.signum() < 0 || minElapsed.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("minElapsed: must be from 0 to 1: " + minElapsed);
        }
        if (minYears < 1) {
            throw new IllegalArgumentException("minYears: is less than one: " + minYears);
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
        if (beforehand != null) {
            return Judgement.quiet(beforehand, coverage);
        }
        List<Peer> earlier = plan.earlier();
        return earlier == null || earlier.size() < minYears
                ? Judgement.quiet(Reason.NO_HISTORY, coverage)
                : project(coverage, Peer.median(earlier), evidence);
    }

    private Judgement project(BigDecimal coverage, BigDecimal profile, Evidence evidence) {
        BigDecimal projected = profile.signum() == 0 ? null : coverage.divide(profile, Numbers.TOLD);
        Judgement.Comparison comparison =
                new Judgement.Comparison(profile, evidence.judged().period());
        Level level = Levels.loudest(projections, least -> coverage.compareTo(least.multiply(profile)) < 0)
                .orElse(null);
        BigDecimal reached = level == null ? Levels.least(projections) : projections.get(level);
        BigDecimal threshold = reached == null ? profile : reached.multiply(profile);
        Reason reason = level == null ? Reason.BELOW_THRESHOLD : Reason.FIRED;
        return new Judgement(level, reason, coverage, comparison, projected, threshold);
    }
}
