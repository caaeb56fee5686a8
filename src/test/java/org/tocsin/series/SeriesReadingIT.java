package org.tocsin.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.figure.Figures.MONDAY;
import static org.tocsin.figure.Figures.UCDP;
import static org.tocsin.figure.Figures.killed;
import static org.tocsin.figure.Figures.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;
import org.tocsin.figure.Area;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;

class SeriesReadingIT {
    private static final Instant JANUARY = Instant.parse("2024-01-10T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2024-02-10T00:00:00Z");
    private static final Instant JULY = Instant.parse("2024-07-10T00:00:00Z");
    private static final Period JANUARY_DAYS = new Period(MONDAY, LocalDate.of(2024, 1, 31));
    private static final Place KHARTOUM = new Place("SDN", Area.named("Khartoum"), null);

    private static final Place SENNAR = new Place("SDN", Area.named("Sennar"), null);
    private static final Place KASSALA = new Place("SDN", Area.named("Kassala"), null);

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
    void aCorrectedTotalLowersTheDaysThatWereAskedFor() {
        merges.merge(JANUARY, toll(26_422, "2024-01-28").figure());
        merges.merge(JANUARY.plusSeconds(1), toll(26_637, "2024-01-29").figure());
        merges.merge(JANUARY.plusSeconds(2), toll(26_571, "2024-01-30").figure());

        assertThat(window(Metric.KILLED, Bucket.DAY, "2024-01-29", null).value())
                .isEqualByComparingTo("149");
        assertThat(window(Metric.KILLED, Bucket.DAY, "2024-01-29", JANUARY.plusSeconds(1))
                        .value())
                .isEqualByComparingTo("215");
        assertThat(merges.changes()).containsExactly("new_period", "new_period", "revised_down");
    }

    /** Myanmar's "displaced since February 2021" says how many are displaced, not how many more. */
    @Test
    void whatIsCalledSinceIsAStockIfItsCollectorSaysSo() {
        merges.merge(
                JANUARY,
                stock(Metric.IDPS, 1_940_000)
                        .record("1")
                        .on(LocalDate.of(2023, 12, 1))
                        .figure());
        merges.merge(
                JANUARY.plusSeconds(1),
                stock(Metric.IDPS, 2_278_000).record("2").on(MONDAY).figure());

        assertThat(window(Metric.IDPS, Bucket.MONTH, "2024-01-01", null).value())
                .isEqualByComparingTo("2278000");
        assertThat(merges.changes()).containsExactly("new_period", "new_period");
    }

    @Test
    void aStatementWithoutANumberIsNoZero() {
        merges.merge(JANUARY, killed(5).on(LocalDate.of(2024, 1, 20)).figure());
        merges.merge(
                FEBRUARY,
                Merge.Telling.NEWS,
                JANUARY_DAYS,
                killed(5).on(LocalDate.of(2024, 1, 20)).figure(),
                killed(0).vague().record("2").figure());

        assertThat(window(Metric.KILLED, Bucket.WEEK, "2024-01-01", null).value())
                .isNull();
        assertThat(window(Metric.KILLED, Bucket.WEEK, "2024-01-08", null).value())
                .isZero();
    }

    @Test
    void noDayAfterTheAnswerIsCoveredByIt() {
        merges.merge(
                JANUARY, Merge.Telling.NEWS, JANUARY_DAYS, killed(5).on(MONDAY).figure());

        assertThat(window(Metric.KILLED, Bucket.DAY, "2024-01-09", null).value())
                .isZero();
        assertThat(window(Metric.KILLED, Bucket.DAY, "2024-01-11", null).value())
                .isNull();
    }

    @Test
    void aWindowTheSourceWasNotAskedAboutIsNotComplete() {
        merges.merge(
                FEBRUARY,
                Merge.Telling.NEWS,
                JANUARY_DAYS,
                killed(5).on(MONDAY).figure(),
                killed(5).record("2").on(LocalDate.of(2024, 2, 5)).figure(),
                killed(5).record("3").on(LocalDate.of(2023, 12, 5)).figure());

        assertThat(window(Metric.KILLED, Bucket.MONTH, "2024-01-01", null)
                        .make()
                        .complete())
                .isTrue();
        assertThat(window(Metric.KILLED, Bucket.MONTH, "2024-02-01", null)
                        .make()
                        .complete())
                .isFalse();
        assertThat(window(Metric.KILLED, Bucket.MONTH, "2023-12-01", null)
                        .make()
                        .complete())
                .isTrue();
    }

    @Test
    void aTotalStatedLaterDoesNotHideWhatWasBelievedBefore() {
        merges.merge(
                JANUARY,
                stock(Metric.IDPS, 60).record("1").at(KHARTOUM).on(MONDAY).figure());
        merges.merge(
                FEBRUARY, stock(Metric.IDPS, 100).record("2").total().on(MONDAY).figure());

        assertThat(window(Metric.IDPS, Bucket.MONTH, "2024-01-01", JANUARY).value())
                .isEqualByComparingTo("60");
        assertThat(window(Metric.IDPS, Bucket.MONTH, "2024-01-01", null).value())
                .isEqualByComparingTo("100");
    }

    @Test
    void eachCountryIsReadAtItsOwnLevel() {
        merges.merge(
                JANUARY,
                stock(Metric.IDPS, 100).record("1").total().on(MONDAY).figure(),
                stock(Metric.IDPS, 60)
                        .record("2")
                        .total()
                        .at(KHARTOUM)
                        .on(MONDAY)
                        .figure(),
                stock(Metric.IDPS, 30)
                        .record("3")
                        .total()
                        .at(new Place("TCD", Area.named("Sila"), null))
                        .on(MONDAY)
                        .figure());
        Scope both =
                new Scope(List.of(new Scope.Inside("SDN", null), new Scope.Inside("TCD", null)), Set.of(), Set.of());

        LineRef line = merges.store.lines(both, Selection.of(Metric.IDPS)).get(0);
        Frame frame = new Frame(Bucket.MONTH, Period.day(MONDAY), null, FEBRUARY, true);

        assertThat(merges.store.windows(line, both, frame).get(0).value()).isEqualByComparingTo("130");
    }

    @Test
    void aPlaceMissingFromTheNewRoundIsUnknownAndNotCarried() {
        LocalDate next = LocalDate.of(2024, 1, 20);
        merges.merge(
                JANUARY,
                stock(Metric.IDPS, 60).record("1").at(KHARTOUM).on(MONDAY).figure(),
                stock(Metric.IDPS, 30).record("2").at(SENNAR).on(MONDAY).figure(),
                stock(Metric.IDPS, 7)
                        .record("3")
                        .at(KASSALA)
                        .on(MONDAY.minusDays(3))
                        .figure());
        merges.merge(
                FEBRUARY,
                stock(Metric.IDPS, 65).record("4").at(KHARTOUM).on(next).figure());

        assertThat(window(Metric.IDPS, Bucket.DAY, "2024-01-19", null).value()).isEqualByComparingTo("97");
        assertThat(window(Metric.IDPS, Bucket.DAY, "2024-01-20", null).value()).isEqualByComparingTo("72");
    }

    @Test
    void ofTwoStocksOfOneDayTheOneKnownLastHolds() {
        merges.merge(JANUARY, stock(Metric.IDPS, 500).record("9").on(MONDAY).figure());
        merges.merge(
                JANUARY.plusSeconds(1),
                stock(Metric.IDPS, 400).record("10").on(MONDAY).figure());

        assertThat(window(Metric.IDPS, Bucket.MONTH, "2024-01-01", null).value())
                .isEqualByComparingTo("400");
    }

    @Test
    void aNumberThatIsOverwrittenHoldsAsLongAsItsSourceAnswersWithIt() {
        merges.merge(JANUARY, required().on(MONDAY).figure());
        merges.merge(
                JULY,
                Merge.Telling.NEWS,
                Period.day(LocalDate.of(2024, 7, 10)),
                required().on(LocalDate.of(2024, 7, 10)).figure());

        assertThat(window(Metric.FUNDING_REQUIRED, Bucket.MONTH, "2024-05-01", null)
                        .value())
                .isNull();
        assertThat(window(Metric.FUNDING_REQUIRED, Bucket.MONTH, "2024-07-01", null)
                        .value())
                .isEqualByComparingTo("100");
    }

    @Test
    void aYearsTotalSaysNothingOfItsMonths() {
        merges.merge(
                JULY,
                killed(1200)
                        .over(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31))
                        .figure(),
                killed(62)
                        .record("2")
                        .over(LocalDate.of(2023, 3, 20), LocalDate.of(2023, 5, 20))
                        .figure());

        Window april = window(Metric.KILLED, Bucket.MONTH, "2023-04-01", null);

        assertThat(april.value()).isEqualByComparingTo("30");
        assertThat(april.make().leftOut()).isOne();
        assertThat(window(Metric.KILLED, Bucket.YEAR, "2023-04-01", null).value())
                .isEqualByComparingTo("1262");
    }

    @Test
    void whatIsStatedByTheMonthIsNotAnsweredByTheDay() {
        merges.merge(
                JULY,
                killed(31).over(MONDAY, LocalDate.of(2024, 1, 31)).figure(),
                killed(29)
                        .record("2")
                        .over(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29))
                        .figure());
        Scope sudan = Scope.country("SDN");
        LineRef line = merges.store.lines(sudan, Selection.of(Metric.KILLED)).get(0);
        Period days = new Period(LocalDate.of(2024, 1, 20), LocalDate.of(2024, 2, 3));

        Reading read = merges.store.read(line, sudan, new Frame(Bucket.DAY, days, null, JULY, true));

        assertThat(read.interval()).isEqualTo(Bucket.MONTH);
        assertThat(read.windows())
                .extracting(window -> window.value().intValue())
                .containsExactly(31, 29);
    }

    private static Figures toll(long total, String asOf) {
        return killed(total)
                .measured(Measure.of(Metric.KILLED, Kind.CUMULATIVE))
                .record("toll-" + asOf)
                .over(LocalDate.of(2023, 10, 7), LocalDate.parse(asOf));
    }

    private static Figures required() {
        return stock(Metric.FUNDING_REQUIRED, 100).appeal("HSDN24").overwritten("1");
    }

    private Window window(Metric metric, Bucket bucket, String day, Instant asOf) {
        LocalDate date = LocalDate.parse(day);
        return merges.windows(metric, bucket, date, date, asOf).get(0);
    }
}
