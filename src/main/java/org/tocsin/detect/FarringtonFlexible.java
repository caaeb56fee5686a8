package org.tocsin.detect;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.method.Farrington;
import org.tocsin.detect.method.FarringtonMethod;
import org.tocsin.detect.method.Reference;
import org.tocsin.detect.method.Sample;
import org.tocsin.figure.Kind;

/**
 * Fires when a count is higher than chance allows at this time of year, by a regression on the same time in earlier years in which
 * past outbreaks weigh little. For seasonal counts with at least three years of history. METHODS R5; the statistic is the
 * probability of so many or more.
 *
 * @param perYear how many windows make up a year
 * @param minYears how many earlier years there must be, if not as many as {@code reference} asks for
 * @param beyond how many residuals of Anscombe a past value may lie above the fit before it weighs less
 * @param alpha per level, the probability with which chance may exceed; a louder level is a smaller one
 */
public record FarringtonFlexible(
        @JsonUnwrapped Reference reference, int perYear, int minYears, BigDecimal beyond, Map<Level, BigDecimal> alpha)
        implements Detector {
    public FarringtonFlexible {
        alpha = Levels.shares("alpha", Levels.falling("alpha", alpha));
        if (perYear < 4) {
            throw new IllegalArgumentException("perYear: has no seasons: " + perYear);
        }
        if (minYears < 1 || minYears > reference.years()) {
            throw new IllegalArgumentException("minYears: is not from 1 to " + reference.years() + ": " + minYears);
        }
        if (reference.periods() > perYear - 2 * reference.halfWindow()) {
            throw new IllegalArgumentException("periods: a year of " + perYear + " cannot be cut into so many: "
                    + reference.periods() + " beside windows of " + (2 * reference.halfWindow() + 1));
        }
        beyond = Numbers.plainOf(beyond);
    }

    @Override
    public Family family() {
        return Family.EXCEEDANCE;
    }

    @Override
    public Suits suits() {
        return Suits.COUNTS;
    }

    @Override
    public int reach(Kind kind) {
        return reference.reach(perYear);
    }

    @Override
    public Judgement judge(Evidence evidence) {
        BigDecimal value = evidence.judged().value();
        if (value == null) {
            return Judgement.quiet(Reason.UNKNOWN, null);
        }
        double[] values = Values.of(evidence);
        int at = values.length - 1;
        int years = Math.min(reference.years(), (at - reference.halfWindow()) / perYear);
        Farrington by = by(years);
        Farrington.Expected expected = years < minYears ? null : expected(by, values, at);
        if (expected == null) {
            return Judgement.quiet(Reason.NO_HISTORY, value);
        }
        if (!FarringtonMethod.Least.USUAL.isReached(values, at)) {
            return Judgement.quiet(Reason.BELOW_FLOOR, value);
        }
        Judgement.Comparison mean = Values.comparison(
                expected.mean(), Values.days(evidence, at - by.reference().reach(perYear), at));
        double probability = by.limit(expected, values[at], Levels.least(alpha).doubleValue())
                .probability();
        return Marks.of(alpha, each -> by.limit(expected, values[at], each).upper())
                .above(value, mean, probability);
    }

    private Farrington.@Nullable Expected expected(Farrington by, double[] values, int at) {
        Sample known = Sample.of(values, at - by.reference().reach(perYear), at - reference.pastLeftOut());
        return known.size() > 0 && known.sum() == 0
                ? Farrington.afterZeros(known.size())
                : by.expected(values, at, perYear);
    }

    private Farrington by(int years) {
        return new Farrington(
                new Reference(Math.max(1, years), reference.halfWindow(), reference.periods(), reference.pastLeftOut()),
                new Farrington.Weighting(true, beyond.doubleValue()),
                new Farrington.Trend(true, 1),
                Farrington.Bound.NB_PLUGIN);
    }
}
