package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.detect.Series.n;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;

class JointTest {
    private static final Threshold HUNDRED = new Threshold(Map.of(Level.WARNING, n("100")));
    private static final Joint.Other BESIDE =
            new Joint.Other(Metric.IDPS, Cause.CONFLICT, Interval.DAY, new Threshold(Map.of(Level.WATCH, n("5000"))));
    private static final Joint DETECTOR = new Joint(HUNDRED, BESIDE);

    private static Judgement judgement(int killed, Series... lines) {
        Evidence[] beside = java.util.Arrays.stream(lines).map(Series::evidence).toArray(Evidence[]::new);
        return DETECTOR.judge(Series.killed(killed).beside(Aside.of(beside)));
    }

    @Test
    void bothMustBeFoundAndTheNumbersAreThoseOfTheFirst() {
        Judgement judgement = judgement(150, Series.idps(100), Series.idps(6000));

        assertThat(judgement).isEqualTo(Series.killed(150).judgedBy(HUNDRED));
        assertThat(judgement.level()).isEqualTo(Level.WARNING);
    }

    @Test
    void oneAloneIsNotEnough() {
        assertThat(judgement(150, Series.idps(100)).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
        assertThat(judgement(99, Series.idps(6000)).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
    }

    @Test
    void anotherMetricBesideItIsNotTheOneAskedFor() {
        assertThat(judgement(150, Series.killed(6000)).fired()).isFalse();
    }

    @Test
    void whereNothingIsKnownOfTheSecondNothingIsSaid() {
        assertThat(judgement(150).reason()).isEqualTo(Reason.UNKNOWN);
        assertThat(Series.killed(150).judgedBy(DETECTOR).reason()).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void threeAreNotJoined() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Joint(DETECTOR, BESIDE));
    }
}
