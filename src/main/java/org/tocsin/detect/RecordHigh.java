package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Kind;

/**
 * Fires when the sum of the last {@code window} windows is the highest in a while. METHODS R3a.
 *
 * <p>As HDX Signals publishes it: at least the highest of the last N rolling sums, the judged one among them, so ties fire; every
 * one of them must be known.
 *
 * <p>Strict: above the highest of N <em>previous</em> rolling sums, those that share no window with the judged one, by a margin; a
 * fifth of them may be unknown, which is never taken for zero.
 *
 * <p>Where the interval is {@link Interval#STATEMENT} N counts days, {@code window} is 1, and there must be at least
 * four earlier statements, the first of them at least four fifths of N back.
 *
 * @param lookbacks per level, N; a louder level looks further back
 * @param margin only if strict: by which share the previous high must be exceeded
 */
public record RecordHigh(
        int window, Map<Level, Integer> lookbacks, @Nullable BigDecimal margin, boolean strict) implements Detector {
    public RecordHigh {
        lookbacks = Levels.rising("lookbacks", lookbacks);
        if (window < 1) {
            throw new IllegalArgumentException("window: is less than one window: " + window);
        }
        if (Levels.least(lookbacks) < 2) {
            throw new IllegalArgumentException("lookbacks: must be at least 2: " + lookbacks);
        }
        if (margin != null && (!strict || margin.signum() < 0)) {
            throw new IllegalArgumentException("margin: is for strict records only, and not negative: " + margin);
        }
        margin = Numbers.plain(margin);
    }

    @Override
    public Family family() {
        return Family.HISTORY;
    }

    @Override
    public int reach(Kind kind) {
        int furthest =
                lookbacks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return furthest + window - 2 + (strict ? window : 0);
    }

    @Override
    public int width(Kind kind) {
        return window;
    }

    @Override
    public Judgement judge(Evidence evidence) {
        BigDecimal last = evidence.judged().value();
        if (last == null) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        RollingSums sums = RollingSums.of(evidence.points(), window);
        BigDecimal now = sums.last();
        if (now == null) {
            return Judgement.quiet(Reason.NO_HISTORY, last);
        }
        Judgement found = Judgement.quiet(Reason.NO_HISTORY, now);
        for (Map.Entry<Level, Integer> scale : lookbacks.entrySet()) {
            RollingSums.High high = high(sums, evidence.frame().interval(), scale.getValue());
            if (high != null && exceeds(now, high)) {
                found = judgement(scale.getKey(), Reason.FIRED, now, high);
            } else if (high != null && found.reason() == Reason.NO_HISTORY) {
                found = judgement(null, Reason.BELOW_THRESHOLD, now, high);
            }
        }
        return found;
    }

    private RollingSums.@Nullable High high(RollingSums sums, Interval interval, int lookback) {
        if (interval == Interval.STATEMENT) {
            return sums.highOfDays(lookback);
        }
        return strict ? sums.highOfPrevious(lookback) : sums.highOfLast(lookback);
    }

    private boolean exceeds(BigDecimal now, RollingSums.High high) {
        int order = now.compareTo(mark(high));
        return now.signum() > 0 && (strict ? order > 0 : order >= 0);
    }

    private BigDecimal mark(RollingSums.High high) {
        return margin == null ? high.sum() : high.sum().multiply(BigDecimal.ONE.add(margin));
    }

    private Judgement judgement(@Nullable Level level, Reason reason, BigDecimal now, RollingSums.High high) {
        BigDecimal ratio = high.sum().signum() == 0 ? null : now.divide(high.sum(), Numbers.TOLD);
        Judgement.Comparison comparison = new Judgement.Comparison(high.sum(), high.days());
        return new Judgement(level, reason, now, comparison, ratio, mark(high));
    }
}
