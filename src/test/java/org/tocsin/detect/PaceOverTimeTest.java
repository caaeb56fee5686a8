package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detect.Series.n;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;

class PaceOverTimeTest {
    private static final PaceProfile PROFILE =
            new PaceProfile(Map.of(Level.WATCH, n("0.5"), Level.WARNING, n("0.25")), n("0.25"), 3, n("10000000"));
    private static final PaceLinear LINEAR =
            new PaceLinear(Map.of(Level.WATCH, n("0.2"), Level.WARNING, n("0.4")), n("0.25"), n("10000000"));
    private static final LocalDate HALF = LocalDate.of(2024, 7, 1);

    /** A plan of the 366 days of 2024, of which 183 have passed on the first of July. */
    private static Judgement judgement(
            Detector detector, LocalDate day, String coverage, String required, String... earlier) {
        List<Peer> shares =
                Stream.of(earlier).map(share -> new Peer("earlier", n(share))).toList();
        Plan plan = new Plan(
                "HMMR24",
                "HRP",
                new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)),
                n(required),
                List.of(),
                shares);
        BigDecimal value = n(coverage);
        return new Series(
                        Series.line(Metric.FUNDING_COVERAGE),
                        Interval.STATEMENT,
                        new Change("new_period", null),
                        List.of(Series.point(day, value)),
                        plan,
                        0)
                .judgedBy(detector);
    }

    @Test
    void theEndIsProjectedByTheMedianOfEarlierYears() {
        Judgement judgement = judgement(PROFILE, HALF, "0.18", "20000000", "0.3", "0.6", "0.4");

        assertThat(judgement.level()).isEqualTo(Level.WATCH);
        assertThat(judgement.statistic()).isEqualByComparingTo(n("0.45"));
        assertThat(judgement.threshold()).isEqualByComparingTo(n("0.2"));
        assertThat(judgement(PROFILE, HALF, "0.2", "20000000", "0.3", "0.6", "0.4")
                        .reason())
                .isEqualTo(Reason.BELOW_THRESHOLD);
        assertThat(judgement(PROFILE, HALF, "0.09", "20000000", "0.3", "0.6", "0.4")
                        .level())
                .isEqualTo(Level.WARNING);
    }

    @Test
    void twoEarlierYearsAreTooFew() {
        assertThat(judgement(PROFILE, HALF, "0.01", "20000000", "0.3", "0.6").reason())
                .isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void byTheCalendarTheShareOfDaysIsHeldAgainstTheShareOfMoney() {
        Judgement judgement = judgement(LINEAR, HALF, "0.3", "20000000");

        assertThat(judgement.level()).isEqualTo(Level.WATCH);
        assertThat(judgement.statistic()).isEqualByComparingTo(n("0.2"));
        assertThat(judgement.threshold()).isEqualByComparingTo(n("0.3"));
        assertThat(judgement(LINEAR, HALF, "0.31", "20000000").fired()).isFalse();
        assertThat(judgement(LINEAR, HALF, "0.1", "20000000").level()).isEqualTo(Level.WARNING);
    }

    @Test
    void neitherSpeaksTooEarlyTooLateOrOfSmallPlans() {
        for (Detector detector : List.of(PROFILE, LINEAR)) {
            assertThat(reason(detector, LocalDate.of(2024, 3, 31), "20000000")).isEqualTo(Reason.TOO_EARLY);
            assertThat(reason(detector, LocalDate.of(2025, 1, 1), "20000000")).isEqualTo(Reason.LATE);
            assertThat(reason(detector, HALF, "9999999")).isEqualTo(Reason.BELOW_FLOOR);
            assertThat(reason(detector, HALF, "0")).isEqualTo(Reason.UNKNOWN);
        }
    }

    private static @Nullable Reason reason(Detector detector, LocalDate day, String required) {
        return judgement(detector, day, "0", required, "0.5", "0.5", "0.5").reason();
    }
}
