package org.tocsin.detect;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * What a rule found in the evidence: numbers, not sentences.
 *
 * @param level present exactly when it fired
 * @param value what was judged, in the unit of the line; for a detector that sums windows, the sum
 * @param comparison what it was held against, in the same unit, over {@code comparedWith}
 * @param statistic the detector's own statistic, for example a ratio; unit as the detector says
 * @param threshold what the value would have had to reach, in the unit of the line; of the level that fired, else of the quietest
 */
public record Judgement(
        @Nullable Level level,
        Reason reason,
        @Nullable BigDecimal value,
        @Nullable Comparison comparison,
        @Nullable BigDecimal statistic,
        @Nullable BigDecimal threshold) {
    /**
     * An earlier or expected value and the days it is made of.
     *
     * @param usual true where it is what one window among those days usually holds, and not what was said of them
     * @param since the first day of the run of values that departs from it, where the detector looks for one
     */
    public record Comparison(
            BigDecimal value,
            Period period,
            @Nullable LocalDate since,
            @Nullable Boolean usual) {
        public Comparison {
            value = Numbers.plainOf(value);
        }

        public Comparison(BigDecimal value, Period period) {
            this(value, period, null, null);
        }

        public boolean isOfUsualWindow() {
            return Boolean.TRUE.equals(usual);
        }
    }

    public Judgement {
        if ((level != null) != (reason == Reason.FIRED)) {
            throw new IllegalArgumentException(
                    "a judgement has a level exactly when it fired: " + level + " " + reason);
        }
        value = Numbers.plain(value);
        statistic = Numbers.plain(statistic);
        threshold = Numbers.plain(threshold);
    }

    /** A judgement that could not get as far as a comparison. */
    static Judgement quiet(Reason reason, @Nullable BigDecimal value) {
        return new Judgement(null, reason, value, null, null, null);
    }

    /** The same numbers, not told for {@code why}. */
    Judgement unless(Reason why) {
        return new Judgement(null, why, value, comparison, statistic, threshold);
    }

    public boolean fired() {
        return reason == Reason.FIRED;
    }
}
