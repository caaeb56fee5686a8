package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.detect.Series.n;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;

class RecordHighTest {
    private static final RecordHigh PUBLISHED = new RecordHigh(2, Map.of(Level.WATCH, 4), null, false);
    private static final RecordHigh STRICT = new RecordHigh(2, Map.of(Level.WATCH, 4), null, true);

    @Test
    void asPublishedATieFires() {
        Judgement judgement = Series.killed(4, 4, 0, 4, 4).judgedBy(PUBLISHED);

        assertThat(judgement.reason()).isEqualTo(Reason.FIRED);
        assertThat(judgement.value()).isEqualTo(n("8"));
        assertThat(judgement.comparison())
                .isEqualTo(new Judgement.Comparison(n("8"), new Period(Series.FIRST, Series.FIRST.plusDays(1))));
    }

    @Test
    void strictlyATieIsNoRecord() {
        assertThat(Series.killed(0, 4, 4, 0, 0, 4, 4).judgedBy(STRICT).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
        assertThat(Series.killed(0, 4, 4, 0, 0, 4, 5).judgedBy(STRICT).reason()).isEqualTo(Reason.FIRED);
    }

    @Test
    void strictlyTheDaysOfTheRecordItselfAreNoHistoryOfIt() {
        assertThat(Series.killed(0, 0, 0, 0, 0, 9, 1).judgedBy(STRICT).threshold())
                .isEqualTo(n("0"));
    }

    @Test
    void aMarginMustBeExceeded() {
        RecordHigh margin = new RecordHigh(1, Map.of(Level.WATCH, 3), n("0.1"), true);

        assertThat(Series.killed(100, 100, 100, 110).judgedBy(margin).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
        assertThat(Series.killed(100, 100, 100, 111).judgedBy(margin).reason()).isEqualTo(Reason.FIRED);
    }

    @Test
    void zeroIsNeverARecord() {
        assertThat(Series.killed(0, 0, 0, 0, 0, 0, 0).judgedBy(PUBLISHED).reason())
                .isEqualTo(Reason.BELOW_THRESHOLD);
        assertThat(Series.killed(0, 0, 0, 0, 0, 0, 0).judgedBy(STRICT).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
    }

    @Test
    void afterNothingButZerosAnythingIsARecordAndTheFloorDecides() {
        Series first = Series.killed(0, 0, 0, 0, 0, 0, 10);

        assertThat(first.judgedBy(STRICT).reason()).isEqualTo(Reason.FIRED);
        assertThat(Series.rule(STRICT, 25).judge(first.evidence()).reason()).isEqualTo(Reason.BELOW_FLOOR);
    }

    @Test
    void anUnknownWindowIsNotTakenForZero() {
        RecordHigh single = new RecordHigh(1, Map.of(Level.WATCH, 5), null, true);

        assertThat(Series.killed(3, null, 3, 3, 3, 9).judgedBy(single).reason()).isEqualTo(Reason.FIRED);
        assertThat(Series.killed(3, null, 3, null, 3, 9).judgedBy(single).reason())
                .isEqualTo(Reason.NO_HISTORY);
        assertThat(Series.killed(0, 4, null, 4, 4).judgedBy(PUBLISHED).reason()).isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void tooShortAHistoryIsSaid() {
        assertThat(Series.killed(1, 2, 3, 4).judgedBy(PUBLISHED).reason()).isEqualTo(Reason.NO_HISTORY);
        assertThat(Series.killed(9).judgedBy(PUBLISHED).reason()).isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void aLevelWithoutEnoughHistoryLeavesTheOthersTheirSay() {
        RecordHigh both = new RecordHigh(1, Map.of(Level.WATCH, 3, Level.WARNING, 30), null, true);

        assertThat(Series.killed(1, 2, 3, 4).judgedBy(both).level()).isEqualTo(Level.WATCH);
    }

    @Test
    void itReachesBackAsFarAsItsOldestSumDoes() {
        assertThat(PUBLISHED.reach(Kind.FLOW)).isEqualTo(4);
        assertThat(STRICT.reach(Kind.FLOW)).isEqualTo(6);
    }

    @Test
    void statementsAreHeldAgainstThoseOfTheLastDays() {
        RecordHigh year = new RecordHigh(1, Map.of(Level.WATCH, 100), null, true);
        String[] days = {"2023-01-01", "900", "2023-06-01", "500", "2023-07-01", "600", "2023-08-01", "550"};

        assertThat(Series.statements(concat(days, "2023-08-20", "580", "2023-09-01", "601"))
                        .judgedBy(year)
                        .comparison())
                .isEqualTo(new Judgement.Comparison(n("600"), Period.day(java.time.LocalDate.of(2023, 7, 1))));
        assertThat(Series.statements(concat(days, "2023-09-01", "601"))
                        .judgedBy(year)
                        .reason())
                .isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void aMarginWithoutStrictnessIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordHigh(1, Map.of(Level.WATCH, 3), n("0.1"), false))
                .withMessageContaining("margin");
    }

    private static String[] concat(String[] first, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(first), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }
}
