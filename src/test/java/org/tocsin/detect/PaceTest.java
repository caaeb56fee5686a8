package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detect.Series.n;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;

class PaceTest {
    private static final Pace PACE =
            new Pace(Map.of(Level.WATCH, n("0.5"), Level.WARNING, n("0.25")), n("0.25"), 3, n("10000000"));

    private static Plan plan(String required, String... peers) {
        List<Peer> others = Arrays.stream(peers)
                .map(coverage -> new Peer("P" + coverage, n(coverage)))
                .toList();
        Period year = new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
        return new Plan("HMMR23", "Humanitarian response plan", year, n(required), others);
    }

    private static Series coverage(String day, String value) {
        Point point = Series.point(LocalDate.parse(day), new BigDecimal(value));
        return new Series(
                Series.line(Metric.FUNDING_COVERAGE),
                Interval.STATEMENT,
                new Change("new_period", null),
                List.of(point),
                plan("800000000", "0.3", "0.4", "0.6"),
                0);
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, , BELOW_THRESHOLD, 0.2",
        "0.199, WATCH, FIRED, 0.2",
        "0.09, WARNING, FIRED, 0.1",
    })
    void itFiresUnderItsShareOfThePeersMedian(String value, Level level, Reason reason, String threshold) {
        Judgement judgement = coverage("2023-09-30", value).judgedBy(PACE);

        assertThat(judgement.reason()).isEqualTo(reason);
        assertThat(judgement.level()).isEqualTo(level);
        assertThat(judgement.threshold()).isEqualTo(n(threshold));
        assertThat(judgement.comparison())
                .extracting(Judgement.Comparison::value)
                .isEqualTo(n("0.4"));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(coverage("2023-09-30", "0.24")
                        .within(plan("800000000", "0.3", "0.4", "0.6", "0.7"))
                        .judgedBy(PACE)
                        .threshold())
                .isEqualTo(n("0.25"));
    }

    @Test
    void theFirstQuarterOfAPlanIsTooEarly() {
        assertThat(coverage("2023-04-01", "0.01").judgedBy(PACE).reason()).isEqualTo(Reason.TOO_EARLY);
        assertThat(coverage("2023-04-02", "0.01").judgedBy(PACE).reason()).isEqualTo(Reason.FIRED);
    }

    @Test
    void thePlanYearIsNotCrossed() {
        assertThat(coverage("2024-01-01", "0.01").judgedBy(PACE).reason()).isEqualTo(Reason.LATE);
    }

    @Test
    void tooFewPeersAreNoComparison() {
        assertThat(coverage("2023-09-30", "0.01")
                        .within(plan("800000000", "0.3", "0.4"))
                        .judgedBy(PACE)
                        .reason())
                .isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void aSmallPlanIsNotJudged() {
        assertThat(coverage("2023-09-30", "0.01")
                        .within(plan("9999999", "0.3", "0.4", "0.6"))
                        .judgedBy(PACE)
                        .reason())
                .isEqualTo(Reason.BELOW_FLOOR);
    }

    @Test
    void withoutARequirementThereIsNoCoverage() {
        assertThat(coverage("2023-09-30", "0.01")
                        .within(plan("0", "0.3", "0.4", "0.6"))
                        .judgedBy(PACE)
                        .reason())
                .isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void anIncompleteDayNeverFiresADownwardRule() {
        Series low = coverage("2023-09-30", "0.01");

        assertThat(Series.rule(PACE, null).judge(low.evidence()).reason()).isEqualTo(Reason.FIRED);
        assertThat(Series.rule(PACE, null).judge(low.incomplete().evidence()).reason())
                .isEqualTo(Reason.WINDOW_INCOMPLETE);
    }
}
