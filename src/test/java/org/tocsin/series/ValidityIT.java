package org.tocsin.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.figure.Figures.UCDP;
import static org.tocsin.figure.Figures.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;

/** Until when stocks hold: plan and analysis figures as long as they say, others until they are stale. */
class ValidityIT {
    private static final Instant DECEMBER = Instant.parse("2023-12-11T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2024-06-03T00:00:00Z");
    private static final Period YEAR = new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));

    private TestDatabase database;
    private MergeFixture merges;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        merges = new MergeFixture(database.jdbi());
        merges.source(UCDP, false);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPlansNumberHoldsFromTheFirstToTheLastDayOfItsPeriod() {
        merges.merge(DECEMBER, said(Metric.PEOPLE_IN_NEED, YEAR, 24_800_000).figure());

        assertThat(on(Metric.PEOPLE_IN_NEED, "2023-12-31")).isNull();
        assertThat(on(Metric.PEOPLE_IN_NEED, "2024-01-01")).isEqualByComparingTo("24800000");
        assertThat(on(Metric.PEOPLE_IN_NEED, "2024-12-31")).isEqualByComparingTo("24800000");
        assertThat(on(Metric.PEOPLE_IN_NEED, "2025-01-01")).isNull();
    }

    @Test
    void anAnalysisThatEndsUncoversTheOneThatGoesOn() {
        Period lean = new Period(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 9, 30));
        merges.merge(DECEMBER, said(Metric.FOOD_INSECURE, YEAR, 17_700_000).figure());
        merges.merge(
                JUNE,
                said(Metric.FOOD_INSECURE, lean, 25_600_000).record("lean").figure());

        assertThat(on(Metric.FOOD_INSECURE, "2024-05-31")).isEqualByComparingTo("17700000");
        assertThat(on(Metric.FOOD_INSECURE, "2024-09-30")).isEqualByComparingTo("25600000");
        assertThat(on(Metric.FOOD_INSECURE, "2024-10-01")).isEqualByComparingTo("17700000");
    }

    @Test
    void aNumberOfOneDayEndsWithThePlanItBelongsTo() {
        plan("HSDN24", DECEMBER, YEAR);
        Period late = Period.day(LocalDate.of(2024, 12, 20));
        merges.merge(
                JUNE,
                said(Metric.PEOPLE_TARGETED, late, 14_700_000).appeal("HSDN24").figure());

        assertThat(on(Metric.PEOPLE_TARGETED, "2024-12-31")).isEqualByComparingTo("14700000");
        assertThat(on(Metric.PEOPLE_TARGETED, "2025-01-01")).isNull();
    }

    @Test
    void anyOtherStockHoldsUntilItIsStale() {
        merges.merge(
                JUNE,
                said(Metric.IDPS, Period.day(LocalDate.of(2024, 6, 1)), 7_000_000)
                        .figure());

        assertThat(on(Metric.IDPS, "2024-08-30")).isEqualByComparingTo("7000000");
        assertThat(on(Metric.IDPS, "2024-08-31")).isNull();
    }

    private @Nullable BigDecimal on(Metric metric, String day) {
        LocalDate date = LocalDate.parse(day);
        Window stored = merges.windows(metric, Bucket.DAY, date, date, null).get(0);
        LineRef line =
                merges.store.lines(Scope.country("SDN"), Selection.of(metric)).get(0);
        Frame frame = new Frame(Bucket.DAY, Period.day(date), null, Instant.parse("2030-01-01T00:00:00Z"), true);
        assertThat(merges.store.remember().windows(line, Scope.country("SDN"), frame))
                .isEqualTo(List.of(stored));
        return stored.value();
    }

    private void plan(String code, Instant known, Period days) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into appeal (code, known_from, source, name, type, countries, starts, ends)"
                                + " values (?, ?, ?, 'Sudan', 'hrp', '{SDN}', ?, ?)",
                        code,
                        known.atOffset(ZoneOffset.UTC),
                        UCDP.value(),
                        days.start(),
                        days.end()));
    }

    private static Figures said(Metric metric, Period days, long value) {
        return stock(metric, value).total().over(days.start(), days.end());
    }
}
