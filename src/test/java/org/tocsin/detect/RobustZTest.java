package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.tocsin.detect.Series.n;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RobustZTest {
    private static final Map<Level, BigDecimal> K = Map.of(Level.WATCH, n("3.5"));
    private static final RobustZ COUNTS = new RobustZ(new Past(8, 0, 8), K, BigDecimal.ONE, true, false);

    @Test
    void equalValuesLeaveTheScatterOfCounts() {
        // median 9, no distance from it: the deviation is that of counts around 9
        assertThat(Series.killed(9, 9, 9, 9, 9, 9, 9, 9, 19).judgedBy(COUNTS).reason())
                .isEqualTo(Reason.BELOW_THRESHOLD);
        Judgement judgement = Series.killed(9, 9, 9, 9, 9, 9, 9, 9, 21).judgedBy(COUNTS);

        assertThat(judgement.fired()).isTrue();
        assertThat(judgement.threshold()).isEqualByComparingTo(n("19.5"));
        assertThat(judgement.statistic()).isEqualByComparingTo(n("4"));
    }

    @Test
    void oneSpikeInTheHistoryMovesNothing() {
        assertThat(Series.killed(9, 9, 9, 9, 900, 9, 9, 9, 21).judgedBy(COUNTS).threshold())
                .isEqualByComparingTo(n("19.5"));
    }

    @Test
    void largeAmountsAreHeldAgainstEachOtherByTheirLogarithms() {
        RobustZ amounts = new RobustZ(new Past(3, 0, 3), Map.of(Level.WATCH, n("3")), n("0.25"), false, true);
        // log1p: median that of 999, distances 0 and log 2: the deviation is 1.4826 * log(1000/500)
        Judgement judgement = Series.killed(499, 999, 1999, 30_000).judgedBy(amounts);

        assertThat(judgement.fired()).isTrue();
        assertThat(Objects.requireNonNull(judgement.threshold()).doubleValue())
                .isCloseTo(1000 * Math.pow(2, 3 * 1.4826) - 1, within(1e-6));
        assertThat(judgement.comparison())
                .extracting(Judgement.Comparison::value)
                .isEqualTo(n("999"));
    }

    @Test
    void statementsOfAStockAreHeldAgainstThoseOfTheLastDays() {
        RobustZ year = new RobustZ(new Past(100, 0, 3), K, BigDecimal.ONE, true, false);
        String[] said = {"2022-01-01", "1", "2023-01-01", "900", "2023-02-01", "900", "2023-03-01", "900"};

        assertThat(Series.statements(with(said, "2023-04-01", "1200"))
                        .judgedBy(year)
                        .fired())
                .isTrue();
        assertThat(Series.statements(with(said, "2023-05-01", "1200"))
                        .judgedBy(year)
                        .reason())
                .isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void theFloorOfCountsIsNotForLogarithms() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RobustZ(new Past(8, 0, 8), K, BigDecimal.ONE, true, true))
                .withMessageStartingWith("poissonFloor:");
    }

    private static String[] with(String[] said, String day, String value) {
        String[] all = java.util.Arrays.copyOf(said, said.length + 2);
        all[said.length] = day;
        all[said.length + 1] = value;
        return all;
    }
}
