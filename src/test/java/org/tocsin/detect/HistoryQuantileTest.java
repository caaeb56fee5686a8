package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.detect.Series.n;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryQuantileTest {
    private static final HistoryQuantile DETECTOR =
            new HistoryQuantile(new Past(20, 0, 8), Map.of(Level.WATCH, n("0.95"), Level.WARNING, n("0.99")));

    private static Series twenty(int judged) {
        Integer[] values = IntStream.concat(IntStream.rangeClosed(1, 20), IntStream.of(judged))
                .boxed()
                .toArray(Integer[]::new);
        return Series.killed(values);
    }

    @Test
    void theValueMustLieAboveTheQuantile() {
        Judgement judgement = twenty(20).judgedBy(DETECTOR);

        assertThat(judgement.level()).isEqualTo(Level.WARNING);
        assertThat(judgement.threshold()).isEqualByComparingTo(n("19.81"));
        assertThat(judgement.statistic()).isEqualByComparingTo(n("0.95"));
        assertThat(judgement.comparison())
                .extracting(Judgement.Comparison::value)
                .isEqualTo(n("10.5"));
        assertThat(twenty(19).judgedBy(DETECTOR).threshold()).isEqualByComparingTo(n("19.05"));
        assertThat(twenty(19).judgedBy(DETECTOR).fired()).isFalse();
    }

    @Test
    void whatIsOlderThanTheWindowIsForgotten() {
        assertThat(Series.killed(99, 1, 1, 2)
                        .judgedBy(new HistoryQuantile(new Past(2, 0, 2), DETECTOR.p()))
                        .fired())
                .isTrue();
    }

    @Test
    void tooShortAHistoryIsSaid() {
        assertThat(Series.killed(1, 2, 3, null, null, 4, 5, 6, 7, 9)
                        .judgedBy(DETECTOR)
                        .reason())
                .isEqualTo(Reason.NO_HISTORY);
        assertThat(Series.killed(1, 2, 3, null, null, 4, 5, 6, 7, 8, 9)
                        .judgedBy(DETECTOR)
                        .fired())
                .isTrue();
        assertThat(Series.killed(1).judgedBy(DETECTOR).reason()).isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void aShareIsBetweenZeroAndOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HistoryQuantile(DETECTOR.past(), Map.of(Level.WATCH, n("95"))))
                .withMessageStartingWith("p:");
    }
}
