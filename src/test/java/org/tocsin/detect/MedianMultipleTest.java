package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.detect.Series.n;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Kind;

class MedianMultipleTest {
    private static final MedianMultiple DETECTOR =
            new MedianMultiple(new Past(5, 0, 4), Map.of(Level.WATCH, n("2"), Level.WARNING, n("4")));

    @Test
    void aTieWithTheMultipleFires() {
        Judgement judgement = Series.killed(9, 10, 11, 12, 13, 22).judgedBy(DETECTOR);

        assertThat(judgement.level()).isEqualTo(Level.WATCH);
        assertThat(judgement.statistic()).isEqualByComparingTo(n("2"));
        assertThat(judgement.threshold()).isEqualByComparingTo(n("22"));
        assertThat(judgement.comparison())
                .extracting(Judgement.Comparison::value)
                .isEqualTo(n("11"));
        assertThat(Series.killed(9, 10, 11, 12, 13, 21).judgedBy(DETECTOR).reason())
                .isEqualTo(Reason.BELOW_THRESHOLD);
        assertThat(Series.killed(9, 10, 11, 12, 13, 44).judgedBy(DETECTOR).level())
                .isEqualTo(Level.WARNING);
    }

    @Test
    void oneTerribleMonthDoesNotHideTheNext() {
        Series afterOne = Series.killed(10, 10, 500, 10, 10, 60);
        ChangeOverWindow mean = new ChangeOverWindow(1, 5, Map.of(Level.WATCH, n("2")), null, null, null);

        assertThat(afterOne.judgedBy(mean).fired()).isFalse();
        assertThat(afterOne.judgedBy(DETECTOR).level()).isEqualTo(Level.WARNING);
    }

    @Test
    void afterAMedianOfZeroAnythingIsAMultiple() {
        Judgement judgement = Series.killed(0, 7, 0, 0, 0, 1).judgedBy(DETECTOR);

        assertThat(judgement.level()).isEqualTo(Level.WARNING);
        assertThat(judgement.statistic()).isNull();
        assertThat(Series.killed(0, 7, 0, 0, 0, 0).judgedBy(DETECTOR).fired()).isFalse();
    }

    @Test
    void theUnknownIsNeitherZeroNorHistory() {
        assertThat(Series.killed(10, null, 10, 10, 10, 30).judgedBy(DETECTOR).threshold())
                .isEqualByComparingTo(n("20"));
        assertThat(Series.killed(10, null, 10, null, 10, 30).judgedBy(DETECTOR).reason())
                .isEqualTo(Reason.NO_HISTORY);
        assertThat(Series.killed(10, 10, 10, 10, 10, null).judgedBy(DETECTOR).reason())
                .isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void itReachesBackOverTheGap() {
        MedianMultiple gap = new MedianMultiple(new Past(3, 1, 3), DETECTOR.ratios());

        assertThat(gap.reach(Kind.FLOW)).isEqualTo(4);
        assertThat(Series.killed(10, 10, 10, 90, 30).judgedBy(gap).threshold()).isEqualByComparingTo(n("20"));
    }

    @Test
    void aRatioOfOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MedianMultiple(DETECTOR.past(), Map.of(Level.WATCH, n("1"))))
                .withMessageStartingWith("ratios:");
    }
}
