package org.tocsin.detect;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Kind;

/**
 * Fires when the recent is a multiple of what came before. METHODS R2.
 *
 * <p>A flow: the sum of the last {@code current} windows against the sum of the {@code reference} windows before them, scaled to
 * the same length. Up to a fifth of all these windows may be unknown; then both sides are compared by their means. After a
 * reference of zero every ratio holds, and only the floors decide.
 *
 * <p>A stock: the value against the last one known {@code reference} windows earlier, or as many days earlier where the interval
 * is {@link Interval#STATEMENT}; one that is more than twice as far back no longer counts.
 *
 * @param ratios per level, how many times the reference the value must be; above 1
 * @param minAbsolute by how much the value must exceed the scaled reference
 * @param minCurrent what the value itself must reach
 * @param minReference what the reference, not scaled, must reach
 */
public record ChangeOverWindow(
        int current,
        int reference,
        Map<Level, BigDecimal> ratios,
        @Nullable BigDecimal minAbsolute,
        @Nullable BigDecimal minCurrent,
        @Nullable BigDecimal minReference)
        implements Detector {
    /** One in so many windows may be unknown. */
    private static final int UNKNOWN_ONE_IN = 5;

    public ChangeOverWindow {
        if (current < 1) {
            throw new IllegalArgumentException("current: is less than one window: " + current);
        }
        if (reference < 1) {
            throw new IllegalArgumentException("reference: is less than one window: " + reference);
        }
        ratios = Levels.rising("ratios", ratios);
        if (Levels.least(ratios).compareTo(BigDecimal.ONE) <= 0) {
            throw new IllegalArgumentException("ratios: must be above 1: " + ratios);
        }
        minAbsolute = Numbers.plain(minAbsolute);
        minCurrent = Numbers.plain(minCurrent);
        minReference = Numbers.plain(minReference);
    }

    @Override
    public Family family() {
        return Family.CHANGE;
    }

    @Override
    public int reach(Kind kind) {
        return kind == Kind.STOCK ? 2 * reference : current + reference - 1;
    }

    @Override
    public int width(Kind kind) {
        return kind == Kind.STOCK ? 1 : current;
    }

    @Override
    public Judgement judge(Evidence evidence) {
        if (evidence.judged().value() == null) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        return evidence.subject().line().measure().kind() == Kind.STOCK ? ofStock(evidence) : ofFlow(evidence);
    }

    private Judgement ofFlow(Evidence evidence) {
        List<Point> points = evidence.points();
        int split = points.size() - current;
        Sum now = Sum.of(points, split, points.size());
        Sum before = Sum.of(points, split - reference, split);
        int unknown = current + reference - now.known() - before.known();
        if (before.known() == 0 || unknown * UNKNOWN_ONE_IN > current + reference) {
            return Judgement.quiet(Reason.NO_HISTORY, now.total());
        }
        return compare(now, before);
    }

    private Judgement ofStock(Evidence evidence) {
        Sum now = Sum.of(
                evidence.points(),
                evidence.points().size() - 1,
                evidence.points().size());
        return earlier(evidence)
                .map(index -> compare(now, Sum.of(evidence.points(), index, index + 1)))
                .orElseGet(() -> Judgement.quiet(Reason.NO_HISTORY, now.total()));
    }

    /** The window of the stock's last value at or before the lag. */
    private Optional<Integer> earlier(Evidence evidence) {
        List<Point> points = evidence.points();
        LocalDate day = evidence.judged().period().end();
        for (int index = points.size() - 2; index >= 0; index--) {
            Point point = points.get(index);
            long back = evidence.frame().interval() == Interval.STATEMENT
                    ? day.toEpochDay() - point.period().end().toEpochDay()
                    : points.size() - 1L - index;
            if (back > 2L * reference) {
                return Optional.empty();
            }
            if (back >= reference && point.value() != null) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private Judgement compare(Sum now, Sum before) {
        BigDecimal scaled =
                before.total().multiply(Numbers.of(now.known())).divide(Numbers.of(before.known()), Numbers.TOLD);
        BigDecimal statistic = scaled.signum() == 0 ? null : now.total().divide(scaled, Numbers.TOLD);
        Judgement.Comparison comparison =
                before.days() == null ? null : new Judgement.Comparison(scaled, before.days());
        boolean grown = now.total().signum() > 0
                && (minAbsolute == null || now.total().subtract(scaled).compareTo(minAbsolute) >= 0);
        Level level = Levels.loudest(ratios, ratio -> grown && holds(now, before, ratio))
                .orElse(null);
        BigDecimal threshold = threshold(scaled, level == null ? Levels.least(ratios) : ratios.get(level));
        if (level == null) {
            return new Judgement(null, Reason.BELOW_THRESHOLD, now.total(), comparison, statistic, threshold);
        }
        return isUnder(now.total(), minCurrent) || isUnder(before.total(), minReference)
                ? new Judgement(null, Reason.BELOW_FLOOR, now.total(), comparison, statistic, threshold)
                : new Judgement(level, Reason.FIRED, now.total(), comparison, statistic, threshold);
    }

    /** Without dividing, so that a tie is a tie. */
    private static boolean holds(Sum now, Sum before, BigDecimal ratio) {
        BigDecimal left = now.total().multiply(Numbers.of(before.known()));
        BigDecimal right = ratio.multiply(before.total()).multiply(Numbers.of(now.known()));
        return left.compareTo(right) >= 0;
    }

    private BigDecimal threshold(BigDecimal scaled, @Nullable BigDecimal ratio) {
        BigDecimal least = ratio == null ? scaled : ratio.multiply(scaled);
        least = minAbsolute == null ? least : least.max(scaled.add(minAbsolute));
        return minCurrent == null ? least : least.max(minCurrent);
    }

    private static boolean isUnder(BigDecimal value, @Nullable BigDecimal floor) {
        return floor != null && value.compareTo(floor) < 0;
    }
}
