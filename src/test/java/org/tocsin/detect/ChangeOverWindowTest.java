package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detect.Series.n;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;

class ChangeOverWindowTest {
    private static final Map<Level, BigDecimal> TWICE = Map.of(Level.WATCH, n("2"), Level.WARNING, n("4"));
    private static final ChangeOverWindow FLOW = change(2, 4);
    private static final ChangeOverWindow STOCK =
            new ChangeOverWindow(1, 42, Map.of(Level.WARNING, n("1.2")), null, null, null);

    private static ChangeOverWindow change(int current, int reference) {
        return new ChangeOverWindow(current, reference, TWICE, null, null, null);
    }

    private static ChangeOverWindow floors(@Nullable String absolute, @Nullable String now, @Nullable String before) {
        return new ChangeOverWindow(
                2,
                4,
                TWICE,
                absolute == null ? null : n(absolute),
                now == null ? null : n(now),
                before == null ? null : n(before));
    }

    @Test
    void theReferenceIsScaledToTheLengthOfTheCurrentWindows() {
        Judgement judgement = Series.killed(5, 5, 5, 5, 10, 10).judgedBy(FLOW);

        assertThat(judgement.level()).isEqualTo(Level.WATCH);
        assertThat(judgement.value()).isEqualTo(n("20"));
        assertThat(judgement.comparison())
                .isEqualTo(new Judgement.Comparison(n("10"), new Period(Series.FIRST, Series.FIRST.plusDays(3))));
        assertThat(judgement.statistic()).isEqualTo(n("2"));
        assertThat(judgement.threshold()).isEqualTo(n("20"));
    }

    @Test
    void aTieFiresAlsoWhereTheScaledReferenceIsNoFiniteDecimal() {
        ChangeOverWindow thirds = new ChangeOverWindow(1, 3, Map.of(Level.WATCH, n("3")), null, null, null);

        assertThat(Series.killed(0, 0, 1, 1).judgedBy(thirds).reason()).isEqualTo(Reason.FIRED);
        assertThat(Series.killed(1, 0, 1, 1).judgedBy(thirds).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
    }

    @Test
    void whatIsFourTimesAsMuchIsAWarning() {
        assertThat(Series.killed(5, 5, 5, 5, 20, 20).judgedBy(FLOW).level()).isEqualTo(Level.WARNING);
    }

    @Test
    void afterNothingOnlyTheFloorsDecide() {
        Series burst = Series.killed(0, 0, 0, 0, 0, 3);

        assertThat(burst.judgedBy(FLOW).level()).isEqualTo(Level.WARNING);
        assertThat(burst.judgedBy(FLOW).statistic()).isNull();
        assertThat(burst.judgedBy(floors("5", null, null)).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
        assertThat(burst.judgedBy(floors("5", null, null)).threshold()).isEqualTo(n("5"));
        assertThat(burst.judgedBy(floors(null, "5", null)).reason()).isEqualTo(Reason.BELOW_FLOOR);
    }

    @Test
    void nothingAfterNothingIsNoChange() {
        assertThat(Series.killed(0, 0, 0, 0, 0, 0).judgedBy(FLOW).reason()).isEqualTo(Reason.BELOW_THRESHOLD);
    }

    @Test
    void aReferenceUnderItsFloorDoesNotCount() {
        Series thin = Series.killed(0, 1, 0, 0, 9, 9);

        assertThat(thin.judgedBy(floors(null, null, "2")).reason()).isEqualTo(Reason.BELOW_FLOOR);
        assertThat(thin.judgedBy(floors(null, null, "1")).reason()).isEqualTo(Reason.FIRED);
    }

    @Test
    void upToAFifthOfTheWindowsMayBeUnknownAndThenMeansAreCompared() {
        Judgement judgement = Series.killed(5, null, 5, 5, 10, 10).judgedBy(FLOW);

        assertThat(judgement.reason()).isEqualTo(Reason.FIRED);
        assertThat(judgement.comparison())
                .extracting(Judgement.Comparison::value)
                .isEqualTo(n("10"));
        assertThat(Series.killed(5, null, 5, null, 10, 10).judgedBy(FLOW).reason())
                .isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void windowsBeforeTheFirstOneAreUnknownToo() {
        assertThat(Series.killed(5, 5, 5, 10, 10).judgedBy(FLOW).reason()).isEqualTo(Reason.FIRED);
        assertThat(Series.killed(5, 5, 10, 10).judgedBy(FLOW).reason()).isEqualTo(Reason.NO_HISTORY);
        assertThat(Series.killed(10).judgedBy(FLOW).reason()).isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void theDisplacedOfMyanmarFireOnTheStatementThatIsAFifthMoreThanSixWeeksBefore() {
        String[] early = {"2023-10-02", "1640000", "2023-10-23", "1659600", "2023-11-20", "1800000"};

        assertThat(statements(early, "2023-12-04", "1904400").judgedBy(STOCK).reason())
                .isEqualTo(Reason.BELOW_THRESHOLD);

        Judgement judgement = statements(early, "2023-12-04", "1904400", "2023-12-11", "2269100")
                .judgedBy(STOCK);
        assertThat(judgement.level()).isEqualTo(Level.WARNING);
        assertThat(judgement.comparison())
                .isEqualTo(new Judgement.Comparison(n("1659600"), Period.day(LocalDate.of(2023, 10, 23))));
        assertThat(judgement.threshold()).isEqualTo(n("1991520"));
    }

    @Test
    void aStatementMoreThanTwiceTheLagBackIsNoComparison() {
        Series stale = Series.statements("2023-09-17", "1000", "2023-12-11", "2000");

        assertThat(stale.judgedBy(STOCK).reason()).isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void aStockInCalendarWindowsIsHeldAgainstTheLastKnownOneBeforeTheLag() {
        ChangeOverWindow twoBack = new ChangeOverWindow(1, 2, Map.of(Level.WATCH, n("1.2")), null, null, null);

        assertThat(Series.idps(90, 100, 110, 121).judgedBy(twoBack).comparison())
                .extracting(Judgement.Comparison::value)
                .isEqualTo(n("100"));
        assertThat(Series.idps(90, null, 110, 121).judgedBy(twoBack).comparison())
                .extracting(Judgement.Comparison::value)
                .isEqualTo(n("90"));
        assertThat(Series.idps(null, 110, 121).judgedBy(twoBack).reason()).isEqualTo(Reason.NO_HISTORY);
    }

    @Test
    void itSaysHowFarBackItLooks() {
        assertThat(FLOW.reach(Kind.FLOW)).isEqualTo(5);
        assertThat(STOCK.reach(Kind.STOCK)).isEqualTo(84);
    }

    private static Series statements(String[] first, String... more) {
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(first), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return Series.statements(all);
    }
}
