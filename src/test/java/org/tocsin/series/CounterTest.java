package org.tocsin.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Period;
import org.tocsin.figure.Qualifier;

class CounterTest {
    private static final LocalDate OCTOBER_7 = LocalDate.of(2023, 10, 7);
    private static final LocalDate OCTOBER_8 = LocalDate.of(2023, 10, 8);
    private static final Instant KNOWN = Instant.parse("2024-02-01T00:00:00Z");

    /** The health ministry's toll in Gaza, as the UN passed it on. */
    @Test
    void aFallByLessThanHalfIsACorrectionTakenOffTheDaysBefore() {
        List<Belief> flows = Counter.flows(List.of(
                said(OCTOBER_7, "2024-01-28", 26_422),
                said(OCTOBER_7, "2024-01-29", 26_637),
                said(OCTOBER_7, "2024-01-30", 26_571),
                said(OCTOBER_7, "2024-01-31", 26_751)));

        assertThat(flows).extracting(Belief::value).containsExactly(number(26_422), number(149), number(180));
        assertThat(flows)
                .extracting(Belief::period)
                .containsExactly(period(OCTOBER_7, "2024-01-28"), period("2024-01-29"), period("2024-01-31"));
    }

    /** Lebanon counted anew from the cease-fire. */
    @Test
    void anotherStartIsANewCountAndNoFall() {
        List<Belief> flows = Counter.flows(
                List.of(said(OCTOBER_8, "2024-12-04", 4_047), said(LocalDate.of(2024, 11, 27), "2025-11-27", 331)));

        assertThat(flows).extracting(Belief::value).containsExactly(number(4_047), number(331));
    }

    @Test
    void twoCountsSideBySideGoOnEachFromItsOwnLastTotal() {
        LocalDate newYear = LocalDate.of(2024, 1, 1);

        List<Belief> flows = Counter.flows(List.of(
                said(OCTOBER_7, "2024-01-07", 22_800),
                said(newYear, "2024-01-08", 900),
                said(OCTOBER_7, "2024-01-14", 23_900),
                said(newYear, "2024-01-15", 2_000)));

        assertThat(flows)
                .extracting(Belief::value)
                .containsExactly(number(22_800), number(900), number(1_100), number(1_100));
    }

    @Test
    void ofTwoTotalsAsOfOneDayTheOneKnownLastCounts() {
        List<Belief> flows = Counter.flows(List.of(
                said(OCTOBER_7, "2024-01-10", 90),
                said("b", OCTOBER_7, "2024-01-11", 105, KNOWN),
                said("a", OCTOBER_7, "2024-01-11", 100, KNOWN.plusSeconds(1))));

        assertThat(flows).extracting(Belief::value).containsExactly(number(90), number(10));
    }

    @Test
    void aCorrectionOfABaselineTakesNothingOffTheCountBefore() {
        List<Belief> flows = Counter.flows(List.of(
                said(OCTOBER_7, "2024-01-10", 500),
                said(LocalDate.of(2024, 1, 20), "2024-01-20", 100),
                said(LocalDate.of(2024, 1, 21), "2024-01-21", 90)));

        assertThat(flows).extracting(Belief::value).containsExactly(number(500));
    }

    @Test
    void aCountThatBeganAnewWithoutAStartIsJudgedByWhatItAdds() {
        List<Belief> judged = Counter.sinceReset(List.of(
                said(OCTOBER_7, "2024-01-10", 500),
                said(LocalDate.of(2024, 1, 20), "2024-01-20", 100),
                said(LocalDate.of(2024, 1, 21), "2024-01-21", 90),
                said(LocalDate.of(2024, 1, 22), "2024-01-22", 130)));

        assertThat(judged).extracting(Belief::value).containsExactly(number(500), null, number(0), number(30));
    }

    @Test
    void aCountIsJudgedAsSaidOnceItsStartIsStated() {
        LocalDate newYear = LocalDate.of(2024, 1, 1);
        List<Belief> said = List.of(
                said(LocalDate.of(2023, 12, 31), "2023-12-31", 500),
                said(LocalDate.of(2024, 1, 20), "2024-01-20", 100),
                said(newYear, "2024-01-25", 130),
                said(LocalDate.of(2024, 1, 26), "2024-01-26", 140));

        assertThat(Counter.sinceReset(said))
                .extracting(Belief::value)
                .containsExactly(number(500), null, number(130), number(140));
    }

    @Test
    void aNewCountThatStatesItsStartIsJudgedAsSaid() {
        List<Belief> said =
                List.of(said(OCTOBER_8, "2024-12-04", 4_047), said(LocalDate.of(2024, 11, 27), "2025-11-27", 331));

        assertThat(Counter.sinceReset(said)).isEqualTo(said);
    }

    private static Belief said(LocalDate start, String asOf, long total) {
        return said(asOf, start, asOf, total, KNOWN);
    }

    private static Belief said(String record, LocalDate start, String asOf, long total, Instant known) {
        return new Belief(
                new Belief.Id(1, record, ""),
                period(start, asOf),
                number(total),
                null,
                null,
                new Belief.Told(Qualifier.EXACT, known, false));
    }

    private static Period period(LocalDate start, String end) {
        return new Period(start, LocalDate.parse(end));
    }

    private static Period period(String day) {
        return Period.day(LocalDate.parse(day));
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }
}
