package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.detect.Series.n;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;

class EarsTest {
    private static final Map<Level, BigDecimal> THREE = Map.of(Level.WATCH, n("3"), Level.CRITICAL, n("6"));
    private static final EarsC1 C1 = new EarsC1(3, THREE, n("0.5"), false);
    private static final EarsC2 C2 = new EarsC2(3, THREE, n("0.5"), false);
    private static final EarsC3 C3 = new EarsC3(3, Map.of(Level.WATCH, n("2")), n("0.5"), false);

    @Test
    void theValueIsHeldAgainstTheMeanOfThoseJustBefore() {
        Judgement judgement = Series.killed(2, 4, 6, 11).judgedBy(C1);

        assertThat(judgement.level()).isEqualTo(Level.WATCH);
        assertThat(judgement.statistic()).isEqualByComparingTo(n("3.5"));
        assertThat(judgement.threshold()).isEqualByComparingTo(n("10"));
        assertThat(judgement.comparison())
                .isEqualTo(new Judgement.Comparison(
                        n("4"), new Period(Series.FIRST, Series.FIRST.plusDays(2)), null, true));
    }

    @Test
    void aTieIsNoAlarmAndALouderLevelNeedsMore() {
        assertThat(Series.killed(2, 4, 6, 10).judgedBy(C1).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
        assertThat(Series.killed(2, 4, 6, 17).judgedBy(C1).level()).isEqualTo(Level.CRITICAL);
    }

    @Test
    void theSecondLeavesTheLastTwoOut() {
        assertThat(Series.killed(2, 4, 6, 50, 50, 11).judgedBy(C2).statistic()).isEqualByComparingTo(n("3.5"));
    }

    @Test
    void theThirdAddsUpWhatLiesBeyondOneDeviation() {
        // the two before lie 1 above and 1 below the mean; the judged one (8 - 4) / 2 = 2, one of them beyond
        assertThat(Series.killed(2, 4, 6, 2, 4, 6, 2, 8).judgedBy(C3).statistic())
                .isEqualByComparingTo(n("1"));
        Judgement judgement = Series.killed(2, 4, 6, 2, 4, 6, 2, 11).judgedBy(C3);

        assertThat(judgement.fired()).isTrue();
        assertThat(judgement.statistic()).isEqualByComparingTo(n("2.5"));
        assertThat(judgement.threshold()).isEqualByComparingTo(n("10"));
        assertThat(Series.killed(4, 6, 2, 4, 6, 2, 11).judgedBy(C3).reason()).isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void theThirdAlsoFiresForWhatWentBefore() {
        // 20 after 2 4 6: 8 deviations, 7 of them beyond
        Judgement judgement = Series.killed(2, 4, 6, 2, 4, 6, 20, 4).judgedBy(C3);

        assertThat(judgement.fired()).isTrue();
        assertThat(judgement.threshold()).isEqualByComparingTo(n("0"));
    }

    @Test
    void afterNothingButZerosTheLeastDeviationDecides() {
        Judgement judgement = Series.killed(0, 0, 0, 2).judgedBy(C1);

        assertThat(judgement.fired()).isTrue();
        assertThat(judgement.threshold()).isEqualByComparingTo(n("1.5"));
    }

    @Test
    void anUnknownValueIsSkippedButNotForEver() {
        assertThat(Series.killed(2, null, 4, null, 6, 11).judgedBy(C1).statistic())
                .isEqualByComparingTo(n("3.5"));
        assertThat(Series.killed(2, null, null, null, 4, 6, 8, null, null, null, null, 11)
                        .judgedBy(C1)
                        .reason())
                .isEqualTo(Reason.NO_HISTORY);
        assertThat(Series.killed(2, 4, 6, null).judgedBy(C1).reason()).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void anEarlierSpikeCountsOnlyAsMuchAsItWouldHaveFiredAt() {
        EarsC1 capped = new EarsC1(3, THREE, n("1"), true);
        // 90 after 2 4 6 counts as 4 + 3.0902 * 2
        Series spiked = Series.killed(2, 4, 6, 90, 4, 4, 30);

        assertThat(spiked.judgedBy(C1).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
        Judgement judgement = spiked.judgedBy(capped);
        assertThat(judgement.fired()).isTrue();
        assertThat(judgement.comparison())
                .extracting(Judgement.Comparison::value)
                .isEqualTo(n("6.06013333333"));
    }

    @Test
    void itReachesBackTwiceAsFarToCapWhatItLooksAt() {
        assertThat(C1.reach(Kind.FLOW)).isEqualTo(6);
        assertThat(C2.reach(Kind.FLOW)).isEqualTo(8);
        assertThat(C3.reach(Kind.FLOW)).isEqualTo(10);
        assertThat(new EarsC1(3, THREE, n("1"), true).reach(Kind.FLOW)).isEqualTo(12);
    }

    @Test
    void aDeviationOfZeroWouldFireOnAnything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EarsC1(7, THREE, BigDecimal.ZERO, false))
                .withMessageContaining("minSigma");
    }
}
