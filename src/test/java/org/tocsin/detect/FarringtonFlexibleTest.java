package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.detect.Series.n;

import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.method.Reference;

class FarringtonFlexibleTest {
    private static final FarringtonFlexible DETECTOR =
            new FarringtonFlexible(new Reference(5, 3, 10, 26), 52, 3, n("2.58"), Map.of(Level.WATCH, n("0.005")));

    private static Series weeks(int count, IntUnaryOperator value, int judged) {
        double[] values =
                IntStream.range(0, count).mapToDouble(value::applyAsInt).toArray();
        values[count - 1] = judged;
        return Series.flow(values);
    }

    @Test
    void whatWasTenForFiveYearsMayBeNineteenByChance() {
        // Poisson of 10: P(X > 19) = 0.0035, P(X > 18) = 0.0072
        Judgement judgement = weeks(270, week -> 10, 20).judgedBy(DETECTOR);

        assertThat(judgement.fired()).isTrue();
        assertThat(judgement.threshold()).isEqualByComparingTo(n("19"));
        assertThat(judgement.comparison())
                .extracting(Judgement.Comparison::value)
                .satisfies(mean -> assertThat(mean).isCloseTo(n("10"), org.assertj.core.data.Offset.offset(n("1e-6"))));
        assertThat(weeks(270, week -> 10, 19).judgedBy(DETECTOR).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
    }

    @Test
    void aPeakAtTheSameTimeOfYearIsUsual() {
        IntUnaryOperator season = week -> (week + 5) % 52 < 12 ? 100 : 10;

        assertThat(weeks(265, season, 100).judgedBy(DETECTOR).fired()).isFalse();
        assertThat(weeks(240, season, 100).judgedBy(DETECTOR).fired()).isTrue();
    }

    @Test
    void anOutbreakOfAnEarlierYearWeighsLittle() {
        IntUnaryOperator once = week -> week == 217 ? 200 : 10 + week % 3;
        FarringtonFlexible unweighted =
                new FarringtonFlexible(DETECTOR.reference(), 52, 3, n("1000000"), Map.of(Level.WATCH, n("0.005")));

        Judgement weighted = weeks(270, once, 40).judgedBy(DETECTOR);
        assertThat(weighted.fired()).isTrue();
        assertThat(weighted.threshold())
                .isLessThan(weeks(270, once, 40).judgedBy(unweighted).threshold());
    }

    @Test
    void threeYearsAreEnoughAndTwoAreNot() {
        assertThat(weeks(160, week -> 10, 20).judgedBy(DETECTOR).fired()).isTrue();
        assertThat(weeks(159, week -> 10, 20).judgedBy(DETECTOR).reason()).isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void fewerThanFiveCasesInFourWindowsAreNoOutbreak() {
        assertThat(weeks(270, week -> 0, 4).judgedBy(DETECTOR).reason()).isEqualTo(Reason.BELOW_FLOOR);
    }

    @Test
    void afterYearsOfNothingAFewCasesAreALot() {
        assertThat(weeks(270, week -> 0, 5).judgedBy(DETECTOR).fired()).isTrue();
    }

    @Test
    void aYearCannotBeCutTooFine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FarringtonFlexible(
                        new Reference(5, 3, 10, 3), 12, 3, n("2.58"), Map.of(Level.WATCH, n("0.005"))))
                .withMessageStartingWith("periods:");
    }
}
