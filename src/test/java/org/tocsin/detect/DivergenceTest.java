package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detect.Series.n;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Line;
import org.tocsin.figure.SourceId;

class DivergenceTest {
    private static final Divergence DETECTOR =
            new Divergence(new Past(4, 0, 3), Map.of(Level.WATCH, n("2"), Level.WARNING, n("4")));

    private static Series other(Integer... values) {
        Series series = Series.killed(values);
        Line line = series.line();
        return series.on(Line.of(
                Attribution.of(new SourceId("other"), Basis.REPORTED),
                line.measure(),
                line.population(),
                line.cause()));
    }

    private static Judgement judgement(Series series, Series other) {
        return DETECTOR.judge(series.beside(Aside.of(other.evidence())));
    }

    @Test
    void twoSourcesThatKeepTheirRatioAgree() {
        assertThat(judgement(Series.killed(20, 40, 60, 80, 100), other(10, 20, 30, 40, 50))
                        .reason())
                .isEqualTo(Reason.BELOW_THRESHOLD);
    }

    @Test
    void theRatioMayLeaveItsMedianUpOrDown() {
        Judgement up = judgement(Series.killed(20, 40, 60, 80, 200), other(10, 20, 30, 40, 50));
        Judgement down = judgement(Series.killed(20, 40, 60, 80, 25), other(10, 20, 30, 40, 50));

        assertThat(up.level()).isEqualTo(Level.WATCH);
        assertThat(up.value()).isEqualByComparingTo(n("2"));
        assertThat(up.statistic()).isEqualByComparingTo(n("2"));
        assertThat(down.level()).isEqualTo(Level.WARNING);
        assertThat(down.value()).isEqualByComparingTo(n("4"));
        assertThat(down.statistic()).isEqualByComparingTo(n("0.25"));
    }

    @Test
    void aWindowOfWhichOneKnowsNothingIsNotCompared() {
        assertThat(judgement(Series.killed(20, null, 60, 0, 200), other(10, 20, 30, 40, 50))
                        .reason())
                .isEqualTo(Reason.NO_HISTORY);
        assertThat(judgement(Series.killed(20, 40, 60, 80, 200), other(10, 20, 30, 40, null))
                        .reason())
                .isEqualTo(Reason.UNKNOWN);
        assertThat(judgement(Series.killed(20, 40, 60, 80, 200), Series.killed(10, 20, 30, 40, 50))
                        .reason())
                .isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void anIncompleteWindowOfEitherSaysNothing() {
        assertThat(judgement(Series.killed(20, 40, 60, 80, 200).incomplete(), other(10, 20, 30, 40, 50))
                        .reason())
                .isEqualTo(Reason.WINDOW_INCOMPLETE);
        assertThat(judgement(
                                Series.killed(20, 40, 60, 80, 200),
                                other(10, 20, 30, 40, 50).incomplete())
                        .reason())
                .isEqualTo(Reason.WINDOW_INCOMPLETE);
    }
}
