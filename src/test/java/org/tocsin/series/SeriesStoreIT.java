package org.tocsin.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.figure.Figures.MONDAY;
import static org.tocsin.figure.Figures.UCDP;
import static org.tocsin.figure.Figures.killed;
import static org.tocsin.figure.Figures.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;
import org.tocsin.figure.Area;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;

class SeriesStoreIT {
    private static final Instant JANUARY = Instant.parse("2024-01-10T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2024-02-10T00:00:00Z");
    private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
    private static final LocalDate END_OF_JANUARY = LocalDate.of(2024, 1, 31);

    private TestDatabase database;
    private MergeFixture merges;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        merges = new MergeFixture(database.jdbi());
        merges.source(UCDP, true);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRevisedDayStillReadsAsItDidBefore() {
        merges.merge(JANUARY, killed(100).figure());
        merges.merge(FEBRUARY, killed(140).figure());

        assertThat(january(JANUARY)).isEqualByComparingTo("100");
        assertThat(january(null)).isEqualByComparingTo("140");
        assertThat(january(FEBRUARY.minusSeconds(1))).isEqualByComparingTo("100");
        assertThat(merges.changes()).containsExactly("new_period", "revised_up");
    }

    @Test
    void aQuestionAsOfARunningMergeIsAnsweredAsOfBeforeIt() {
        Instant now = FEBRUARY.plusSeconds(60);
        long died = run(JANUARY);
        assertThat(merges.store.settled(now, now)).as("died long ago").isEqualTo(now);

        long running = run(FEBRUARY);
        Instant before = FEBRUARY.minus(1, ChronoUnit.MICROS);
        assertThat(merges.store.settled(now, now)).isEqualTo(before);
        assertThat(merges.store.settled(FEBRUARY, now)).isEqualTo(before);
        assertThat(merges.store.settled(JANUARY, now)).isEqualTo(JANUARY);

        long next = run(FEBRUARY.plusSeconds(30));
        finish(next);
        assertThat(merges.store.settled(now, now)).as("a later run is over").isEqualTo(now);
        finish(running);
        finish(died);
        assertThat(merges.store.settled(now, now)).isEqualTo(now);
    }

    private long run(Instant knownFrom) {
        return merges.jdbi.withHandle(handle -> handle.createQuery(
                        "insert into run (source, cause, started_at, known_from) values ('ucdp', 'hand', :at, :at) returning id")
                .bind("at", knownFrom)
                .mapTo(Long.class)
                .one());
    }

    private void finish(long run) {
        merges.jdbi.useHandle(handle ->
                handle.execute("update run set finished_at = known_from, outcome = 'merged' where id = ?", run));
    }

    @Test
    void aSourceLearnsFromItsLastThousandNewsHowLateItIs() {
        lags(1, 119, 5000);
        lags(2, 3, 20);
        lags(2, 60, 29);
        lags(3, 3, 960);
        merges.store.learn(UCDP, false, FEBRUARY);
        assertThat(merges.store.coverage(UCDP, null).usualLagDays()).isEqualTo(3);

        lags(4, 60, 200);
        merges.store.learn(UCDP, false, FEBRUARY);
        assertThat(merges.store.coverage(UCDP, null).usualLagDays()).isEqualTo(60);
    }

    private void lags(long run, int days, int figures) {
        merges.jdbi.useHandle(handle ->
                handle.execute("insert into source_lag values (?, ?, ?, ?)", UCDP.value(), run, days, figures));
    }

    @Test
    void theSameAnswerAgainChangesNothing() {
        merges.merge(JANUARY, killed(100).figure());

        MergeCounts again = merges.merge(FEBRUARY, killed(100).figure());

        assertThat(again).isEqualTo(new MergeCounts(0, 0, 0, 1, 0, 0));
        assertThat(merges.changes()).containsExactly("new_period");
    }

    @Test
    void theLastStatementOfARecordInABatchWinsAndRepeatsAreCounted() {
        MergeCounts counts = merges.merge(
                JANUARY, killed(1).figure(), killed(2).figure(), killed(3).figure());

        assertThat(counts).isEqualTo(new MergeCounts(1, 0, 0, 0, 2, 0));
        assertThat(january(null)).isEqualByComparingTo("3");
    }

    @Test
    void aRecordMissingFromACompleteExtentIsRetractedAndOneOutsideItStays() {
        merges.merge(
                JANUARY,
                killed(5).record("a").figure(),
                killed(7).record("b").figure(),
                killed(9).record("old").on(MONDAY.minusDays(40)).figure());

        MergeCounts counts = merges.merge(
                FEBRUARY,
                Merge.Telling.NEWS,
                new Period(NEW_YEAR, END_OF_JANUARY),
                killed(5).record("a").figure());

        assertThat(counts.retracted()).isOne();
        assertThat(january(null)).isEqualByComparingTo("5");
        assertThat(january(JANUARY)).isEqualByComparingTo("12");
        assertThat(merges.changes()).endsWith("retracted");
    }

    @Test
    void aRecodedRecordMovesHouseAndCountsOnce() {
        merges.merge(
                JANUARY, killed(5).in("ETH").figure(), killed(1).record("2").figure());
        merges.merge(FEBRUARY, killed(5).in("SDN").figure());

        assertThat(january(null)).isEqualByComparingTo("6");
        assertThat(january(JANUARY)).isEqualByComparingTo("1");
        assertThat(merges.changes()).containsExactly("new_period", "new_period", "moved", "moved");
    }

    @Test
    void partsAreAddedUpAndTotalsOfTwoLevelsAreNot() {
        Place khartoum = new Place("SDN", Area.named("Khartoum"), null);
        merges.merge(
                JANUARY,
                killed(5).record("1").figure(),
                killed(7).record("2").at(khartoum).figure());
        assertThat(january(null)).isEqualByComparingTo("12");

        merges.merge(
                FEBRUARY,
                stock(Metric.IDPS, 100).record("3").total().figure(),
                stock(Metric.IDPS, 60).record("4").total().at(khartoum).figure());
        assertThat(value(Metric.IDPS, null)).isEqualByComparingTo("100");
    }

    @Test
    void silenceIsZeroOnlyInsideACoveredSpan() {
        merges.merge(
                FEBRUARY,
                Merge.Telling.NEWS,
                new Period(NEW_YEAR, END_OF_JANUARY),
                killed(5).figure());

        List<Window> weeks = merges.windows(Metric.KILLED, Bucket.WEEK, NEW_YEAR, LocalDate.of(2024, 2, 11), null);

        assertThat(weeks)
                .extracting(Window::value)
                .usingElementComparator(SeriesStoreIT::compare)
                .containsExactly(new BigDecimal(5), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null, null);
    }

    @Test
    void aFigureOfSeveralDaysIsSpreadExactly() {
        merges.merge(JANUARY, killed(10).over(NEW_YEAR.minusDays(2), NEW_YEAR).figure());

        List<Window> months = merges.windows(Metric.KILLED, Bucket.MONTH, LocalDate.of(2023, 12, 1), NEW_YEAR, null);

        assertThat(months)
                .extracting(Window::value)
                .usingElementComparator(SeriesStoreIT::compare)
                .containsExactly(new BigDecimal(7), new BigDecimal(3));
    }

    @Test
    void aRunningTotalBecomesFlowsAndAFallIsNoNegativeFlow() {
        merges.merge(JANUARY, toll(100, 10).figure());
        merges.merge(JANUARY.plusSeconds(1), toll(150, 20).figure());
        merges.merge(JANUARY.plusSeconds(2), toll(140, 25).figure());
        merges.merge(JANUARY.plusSeconds(3), toll(20, 28).figure());

        assertThat(january(null)).isEqualByComparingTo("160");
        assertThat(merges.changes()).containsExactly("new_period", "new_period", "revised_down", "counter_reset");
    }

    @Test
    void aTotalIsHeldAgainstTheLastOneFromItsOwnStart() {
        LocalDate october = LocalDate.of(2023, 10, 7);
        merges.merge(
                JANUARY, toll(22_800, 7).over(october, NEW_YEAR.plusDays(6)).figure());
        merges.merge(JANUARY.plusSeconds(1), toll(900, 8).figure());
        merges.merge(
                JANUARY.plusSeconds(2),
                toll(23_900, 14).over(october, NEW_YEAR.plusDays(13)).figure());

        assertThat(merges.changes()).containsExactly("new_period", "counter_reset", "new_period");
    }

    @Test
    void anOverwrittenNumberIsNewsOnlyWhenItDiffersAndARevisionOnlyOnItsOwnDay() {
        merges.merge(JANUARY, required(100, 10).figure());
        merges.merge(JANUARY.plusSeconds(1), required(100, 11).figure());
        merges.merge(JANUARY.plusSeconds(2), required(120, 12).figure());
        merges.merge(JANUARY.plusSeconds(3), required(130, 12).figure());

        assertThat(merges.changes()).containsExactly("new_period", "new_period", "revised_up");
    }

    @Test
    void aJumpOfAStockWaitsUntilItIsRepeated() {
        merges.merge(JANUARY, stock(Metric.IDPS, 1000).record("1").on(NEW_YEAR).figure());
        MergeCounts jump = merges.merge(
                FEBRUARY,
                stock(Metric.IDPS, 9000).record("2").on(NEW_YEAR.plusDays(7)).figure());
        assertThat(jump.held()).isOne();
        assertThat(value(Metric.IDPS, null)).isEqualByComparingTo("1000");

        merges.merge(
                FEBRUARY.plusSeconds(1),
                stock(Metric.IDPS, 9100).record("3").on(NEW_YEAR.plusDays(14)).figure());
        assertThat(value(Metric.IDPS, null)).isEqualByComparingTo("9100");
    }

    @Test
    void anUnknownPlaceIsHeldForReviewAndNotDropped() {
        MergeCounts counts = merges.merge(JANUARY, killed(5).in("QQQ").figure());

        assertThat(counts.held()).isOne();
        assertThat(merges.changes()).containsExactly("held");
    }

    @Test
    void whatComesWithTheFirstLoadOrTooLateIsHistory() {
        merges.merge(FEBRUARY, Merge.Telling.BY_AGE, null, killed(1).figure());
        merges.merge(
                FEBRUARY.plusSeconds(1),
                Merge.Telling.BY_AGE,
                null,
                killed(1).record("2").on(NEW_YEAR.minusDays(30)).figure());

        assertThat(merges.changes()).containsExactly("new_period", "backfill");
    }

    private static org.tocsin.figure.Figures toll(long total, int day) {
        return killed(total)
                .measured(Measure.of(Metric.KILLED, Kind.CUMULATIVE))
                .record("toll-" + day)
                .over(NEW_YEAR, NEW_YEAR.withDayOfMonth(day));
    }

    private static org.tocsin.figure.Figures required(long usd, int day) {
        return stock(Metric.FUNDING_REQUIRED, usd)
                .appeal("HSDN24")
                .overwritten("1")
                .on(NEW_YEAR.withDayOfMonth(day));
    }

    private BigDecimal january(Instant asOf) {
        return value(Metric.KILLED, asOf);
    }

    private BigDecimal value(Metric metric, Instant asOf) {
        return merges.windows(metric, Bucket.MONTH, NEW_YEAR, END_OF_JANUARY, asOf)
                .get(0)
                .value();
    }

    private static int compare(BigDecimal a, BigDecimal b) {
        return java.util.Comparator.nullsFirst(java.util.Comparator.<BigDecimal>naturalOrder())
                .compare(a, b);
    }
}
