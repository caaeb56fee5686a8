package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tocsin.detect.Series.n;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Kind;

class LevelShiftTest {
    private static final Training LAST_TWO = new Training(8, 2, 8);
    private static final Cusum CUSUM = new Cusum(LAST_TWO, n("1"), Map.of(Level.WATCH, n("3")));
    private static final GlrNb GLR = new GlrNb(LAST_TWO, Map.of(Level.WATCH, n("5")));

    /** Eight windows of 4, whose deviation is that of counts: 2. */
    private static Series afterFours(Integer before, Integer judged) {
        return Series.killed(4, 4, 4, 4, 4, 4, 4, 4, before, judged);
    }

    @Test
    void whatExceedsTheUsualIsAddedUp() {
        // (8 - 4) / 2 - 1 = 1, and (10 - 4) / 2 - 1 = 2 more
        Judgement judgement = afterFours(8, 10).judgedBy(CUSUM);

        assertThat(judgement.fired()).isTrue();
        assertThat(judgement.statistic()).isEqualByComparingTo(n("3"));
        assertThat(judgement.threshold()).isEqualByComparingTo(n("10"));
        assertThat(Objects.requireNonNull(judgement.comparison()).since()).isEqualTo(Series.FIRST.plusDays(8));
        assertThat(afterFours(8, 9).judgedBy(CUSUM).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
    }

    @Test
    void whatIsLessThanUsualIsForgotten() {
        Judgement judgement = afterFours(0, 10).judgedBy(CUSUM);

        assertThat(judgement.statistic()).isEqualByComparingTo(n("2"));
        assertThat(Objects.requireNonNull(judgement.comparison()).since()).isEqualTo(Series.FIRST.plusDays(9));
    }

    @Test
    void afterAnAlarmTheSumBeginsAnew() {
        assertThat(afterFours(20, 8).judgedBy(CUSUM).statistic()).isEqualByComparingTo(n("1"));
    }

    @Test
    void anUnknownWindowIsSkipped() {
        assertThat(afterFours(null, 12).judgedBy(CUSUM).statistic()).isEqualByComparingTo(n("3"));
        assertThat(afterFours(8, null).judgedBy(CUSUM).reason()).isEqualTo(Reason.UNKNOWN);
        assertThat(Series.killed(4, 4, 4, 4, null, 4, 4, 4, 9, 9)
                        .judgedBy(CUSUM)
                        .reason())
                .isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void theLikeliestRiseIsFoundAndSinceWhen() {
        // of the last window alone: log(4) * 16 - 3 * 4; of both: log(20 / 8) * 20 - 12
        Judgement judgement = afterFours(4, 16).judgedBy(GLR);

        assertThat(judgement.fired()).isTrue();
        assertThat(number(judgement.statistic())).isCloseTo(16 * Math.log(4) - 12, within(1e-9));
        assertThat(Objects.requireNonNull(judgement.comparison()).since()).isEqualTo(Series.FIRST.plusDays(9));

        Judgement both = afterFours(14, 16).judgedBy(GLR);
        assertThat(number(both.statistic())).isCloseTo(30 * Math.log(30 / 8.) - 22, within(1e-9));
        assertThat(Objects.requireNonNull(both.comparison()).since()).isEqualTo(Series.FIRST.plusDays(8));
    }

    @Test
    void theThresholdIsTheValueThatWouldHaveFired() {
        double threshold = number(afterFours(4, 5).judgedBy(GLR).threshold());

        assertThat(Math.log(threshold / 4) * threshold - (threshold - 4)).isCloseTo(5, within(1e-4));
        assertThat(number(afterFours(40, 0).judgedBy(GLR).threshold())).isZero();
    }

    @Test
    void afterNothingButZerosAFewCasesAreALot() {
        Judgement judgement = Series.killed(0, 0, 0, 0, 0, 0, 0, 0, 0, 3).judgedBy(GLR);

        assertThat(judgement.fired()).isTrue();
        assertThat(judgement.comparison())
                .extracting(Judgement.Comparison::value)
                .isEqualTo(n("0.0625"));
    }

    @Test
    void theyReachBackOverTheRunAndWhatWasLearnedBefore() {
        assertThat(CUSUM.reach(Kind.FLOW)).isEqualTo(9);
        assertThat(GLR.reach(Kind.FLOW)).isEqualTo(9);
    }

    private static double number(BigDecimal number) {
        return Objects.requireNonNull(number).doubleValue();
    }
}
