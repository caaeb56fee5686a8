package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fires when an appeal's coverage lies under a share of the median coverage of the running appeals of its type on the same day.
 * METHODS R8 as DESIGN 6 has it: money comes late and in lumps, so an appeal is held against others and not against the calendar.
 *
 * @param shares per level, under which share of the median; a louder level is a smaller share
 * @param minElapsed how much of the plan must have passed, as a share of its days
 * @param minPeers how many other appeals there must be
 * @param minRequired the smallest requirement judged, in USD
 */
public record Pace(
        Map<Level, BigDecimal> shares,
        BigDecimal minElapsed,
        int minPeers,
        @Nullable BigDecimal minRequired) implements Detector {
    public Pace {
        shares = Levels.falling("shares", shares);
        if (shares.values().stream().anyMatch(share -> share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("shares: must be above 0 and at most 1: " + shares);
        }
        if (minElapsed.signum() < 0 || minElapsed.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("minElapsed: must be from 0 to 1: " + minElapsed);
        }
        if (minPeers < 1) {
            throw new IllegalArgumentException("minPeers: is less than one: " + minPeers);
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
        if (beforehand == null && plan.peers().size() < minPeers) {
            beforehand = Reason.NO_HISTORY;
        }
        return beforehand == null ? compare(coverage, plan, evidence) : Judgement.quiet(beforehand, coverage);
    }

    private Judgement compare(BigDecimal coverage, Plan plan, Evidence evidence) {
        BigDecimal median = Peer.median(plan.peers());
        BigDecimal statistic = median.signum() == 0 ? null : coverage.divide(median, Numbers.TOLD);
        Judgement.Comparison comparison =
                new Judgement.Comparison(median, evidence.judged().period());
        Level level = Levels.loudest(shares, share -> coverage.compareTo(share.multiply(median)) < 0)
                .orElse(null);
        if (level == null) {
            BigDecimal threshold = Levels.least(shares).multiply(median);
            return new Judgement(null, Reason.BELOW_THRESHOLD, coverage, comparison, statistic, threshold);
        }
        BigDecimal threshold = shares.getOrDefault(level, BigDecimal.ONE).multiply(median);
        return new Judgement(level, Reason.FIRED, coverage, comparison, statistic, threshold);
    }
}
