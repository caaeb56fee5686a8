package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.detect.Series.n;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Kind;

class BundleTest {
    private static final Map<Level, BigDecimal> TWICE = Map.of(Level.WATCH, n("2"));
    private static final ChangeOverWindow CHANGE = new ChangeOverWindow(1, 3, TWICE, null, null, null);
    private static final HistoryQuantile QUANTILE =
            new HistoryQuantile(new Past(6, 0, 6), Map.of(Level.WATCH, n("0.95")));
    private static final RecordHigh RECORD = new RecordHigh(1, Map.of(Level.WATCH, 3, Level.CRITICAL, 6), null, true);
    private static final Threshold THRESHOLD = new Threshold(Map.of(Level.WATCH, n("30")));
    private static final Bundle BOTH = new Bundle(List.of(QUANTILE, CHANGE), Map.of(Level.WATCH, 2));

    @Test
    void bothMustFindIt() {
        // the quantile lies at 17.5, twice the mean of the last three at 20
        assertThat(Series.killed(4, 20, 10, 10, 10, 10, 19).judgedBy(BOTH).reason())
                .isEqualTo(Reason.BELOW_THRESHOLD);
        Judgement judgement = Series.killed(4, 20, 10, 10, 10, 10, 20).judgedBy(BOTH);

        assertThat(judgement.level()).isEqualTo(Level.WATCH);
        assertThat(judgement.statistic()).isEqualByComparingTo(n("2"));
        assertThat(judgement.threshold()).isEqualByComparingTo(n("20"));
    }

    @Test
    void theMoreFamiliesTheLouder() {
        Bundle three = new Bundle(
                List.of(QUANTILE, CHANGE, THRESHOLD), Map.of(Level.WATCH, 1, Level.WARNING, 2, Level.CRITICAL, 3));

        assertThat(Series.killed(4, 20, 10, 10, 10, 10, 19).judgedBy(three).level())
                .isEqualTo(Level.WATCH);
        assertThat(Series.killed(4, 20, 10, 10, 10, 10, 20).judgedBy(three).level())
                .isEqualTo(Level.WARNING);
        assertThat(Series.killed(4, 20, 10, 10, 10, 10, 30).judgedBy(three).level())
                .isEqualTo(Level.CRITICAL);
        assertThat(Series.killed(4, 20, 10, 10, 10, 10, 9).judgedBy(three).threshold())
                .isEqualByComparingTo(n("17.5"));
    }

    @Test
    void twoOfOneFamilyCountOnce() {
        Bundle history = new Bundle(List.of(QUANTILE, RECORD, CHANGE), Map.of(Level.WATCH, 1, Level.WARNING, 2));

        assertThat(Series.killed(14, 14, 14, 14, 14, 14, 15).judgedBy(history).statistic())
                .isEqualByComparingTo(n("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bundle(List.of(QUANTILE, RECORD), Map.of(Level.WATCH, 2)))
                .withMessageStartingWith("families:");
    }

    @Test
    void aRecordOfALouderLevelLiftsTheWhole() {
        Bundle lifted = new Bundle(List.of(RECORD, CHANGE), Map.of(Level.WATCH, 2));

        assertThat(Series.killed(90, 10, 10, 10, 10, 10, 40).judgedBy(lifted).level())
                .isEqualTo(Level.WATCH);
        assertThat(Series.killed(10, 10, 10, 10, 10, 10, 40).judgedBy(lifted).level())
                .isEqualTo(Level.CRITICAL);
    }

    @Test
    void whyItIsQuietIsSaid() {
        ChangeOverWindow floored = new ChangeOverWindow(1, 3, TWICE, null, n("25"), null);
        Bundle small = new Bundle(List.of(QUANTILE, floored), Map.of(Level.WATCH, 2));

        assertThat(Series.killed(4, 20, 10, 10, 10, 10, 22).judgedBy(small).reason())
                .isEqualTo(Reason.BELOW_FLOOR);
        assertThat(Series.killed(10, 10, 10, 40).judgedBy(BOTH).reason()).isEqualTo(Reason.NO_HISTORY);
        assertThat(Series.killed(10, 10, null).judgedBy(BOTH).reason()).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void itReachesBackAsFarAsItsFurthestPart() {
        assertThat(BOTH.reach(Kind.FLOW)).isEqualTo(6);
    }

    @Test
    void partsThatJudgeDifferentThingsAreRefused() {
        ChangeOverWindow sum = new ChangeOverWindow(4, 12, TWICE, null, null, null);
        Stale stale = new Stale(Map.of(Level.WATCH, n("2")), n("2"), 20, 5);

        for (Detector other : List.of(sum, stale, BOTH)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Bundle(List.of(QUANTILE, other), Map.of(Level.WATCH, 2)))
                    .withMessageStartingWith("parts:");
        }
    }
}
