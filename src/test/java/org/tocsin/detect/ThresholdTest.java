package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.detect.Series.n;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
    private final Threshold detector = new Threshold(Map.of(Level.CRITICAL, n("100"), Level.WATCH, n("25")));

    @ParameterizedTest
    @CsvSource({
        "24, , BELOW_THRESHOLD, 25",
        "25, WATCH, FIRED, 25",
        "99, WATCH, FIRED, 25",
        "100, CRITICAL, FIRED, 100",
    })
    void theLoudestLevelThatIsReachedIsTold(int value, Level level, Reason reason, int threshold) {
        Judgement judgement = Series.killed(value).judgedBy(detector);

        assertThat(judgement.level()).isEqualTo(level);
        assertThat(judgement.reason()).isEqualTo(reason);
        assertThat(judgement.threshold()).isEqualByComparingTo(n("" + threshold));
    }

    @Test
    void anUnknownWindowIsNotTakenForZero() {
        assertThat(Series.killed(30, null).judgedBy(detector).reason()).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void aLouderLevelIsNeverEasierToReach() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold(Map.of(Level.WATCH, n("100"), Level.CRITICAL, n("25"))))
                .withMessageContaining("a louder level must be higher");
    }
}
