package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tocsin.detect.Series.n;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.method.Exceedance;
import org.tocsin.figure.Kind;

class CountExceedanceTest {
    private static final Map<Level, BigDecimal> ALPHA = Map.of(Level.WATCH, n("0.01"), Level.CRITICAL, n("0.0001"));

    private static CountExceedance detector(Exceedance fit, boolean capped) {
        return new CountExceedance(new Past(8, 1, 4), ALPHA, fit, capped);
    }

    @Test
    void theStatisticIsHowProbableSoManyOrMoreAre() {
        // eight cases in eight windows: the next one has size 8.5 and probability 8/9
        Judgement judgement =
                Series.killed(1, 1, 1, 1, 1, 1, 1, 1, 99, 1).judgedBy(detector(Exceedance.PREDICTIVE, false));

        assertThat(Objects.requireNonNull(judgement.statistic()).doubleValue())
                .isCloseTo(1 - Math.pow(8 / 9., 8.5), within(1e-11));
        assertThat(judgement.reason()).isEqualTo(Reason.BELOW_THRESHOLD);
        assertThat(judgement.comparison())
                .extracting(Judgement.Comparison::value)
                .isEqualTo(n("1"));
    }

    @Test
    void theWindowJustBeforeStaysOut() {
        assertThat(Series.killed(1, 1, 1, 1, 1, 1, 1, 1, 99, 12)
                        .judgedBy(detector(Exceedance.PREDICTIVE, false))
                        .level())
                .isEqualTo(Level.CRITICAL);
    }

    @Test
    void asIfKnownExactlyTheBoundIsThatOfTheLaw() {
        // mean 2, no more scatter than chance: P(X > 6) = 0.0045, P(X > 5) = 0.0166
        assertThat(Series.killed(2, 2, 2, 2, 2, 2, 2, 2, 0, 7)
                        .judgedBy(detector(Exceedance.PLUG_IN, false))
                        .threshold())
                .isEqualByComparingTo(n("6"));
    }

    @Test
    void whatScattersMoreMayRiseHigher() {
        Series steady = Series.killed(4, 4, 4, 4, 4, 4, 4, 4, 0, 14);
        Series restless = Series.killed(0, 9, 0, 9, 0, 5, 0, 9, 0, 14);

        assertThat(steady.judgedBy(detector(Exceedance.PREDICTIVE, false)).fired())
                .isTrue();
        assertThat(restless.judgedBy(detector(Exceedance.PREDICTIVE, false)).fired())
                .isFalse();
        assertThat(restless.judgedBy(detector(Exceedance.BAYES, false)).fired()).isTrue();
    }

    @Test
    void oneSpikeDoesNotHideTheNext() {
        Integer[] quiet = new Integer[24];
        Arrays.fill(quiet, 0);
        quiet[17] = 50;
        quiet[23] = 30;

        assertThat(Series.killed(quiet)
                        .judgedBy(detector(Exceedance.PREDICTIVE, false))
                        .fired())
                .isFalse();
        assertThat(Series.killed(quiet)
                        .judgedBy(detector(Exceedance.PREDICTIVE, true))
                        .fired())
                .isTrue();
        assertThat(detector(Exceedance.PREDICTIVE, true).reach(Kind.FLOW)).isEqualTo(18);
    }

    @Test
    void tooShortAHistoryIsSaid() {
        assertThat(Series.killed(1, null, 1, 1, 9, 5)
                        .judgedBy(detector(Exceedance.PREDICTIVE, true))
                        .reason())
                .isEqualTo(Reason.NO_HISTORY);
    }
}
