package org.tocsin.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.figure.Figures.UCDP;
import static org.tocsin.figure.Figures.killed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;

/** A source that tells 40 of 100 right after a month and the rest fifty days later. */
class LatenessIT {
    private static final YearMonth FIRST = YearMonth.of(2023, 2);
    private static final int MONTHS = 8;
    private static final Instant NOW = Instant.parse("2024-03-20T00:00:00Z");
    private static final Scope SUDAN = Scope.country("SDN");

    private TestDatabase database;
    private MergeFixture merges;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        merges = new MergeFixture(database.jdbi());
        merges.source(UCDP, false);
        database.jdbi().useHandle(handle -> handle.execute("update source set loaded_at = '2023-01-05T00:00:00Z'"));
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = FIRST.plusMonths(i);
            merges.merge(
                    at(month, 1),
                    killed(40).record("early" + i).on(month.atDay(3)).figure());
            merges.merge(
                    at(month, 50),
                    killed(60).record("late" + i).on(month.atDay(9)).figure());
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theUsualLagIsLearnedFromWhatWasKnownWhen() {
        assertThat(read().usualLagDays()).isEqualTo(CoverageDao.LAG_UNTIL_LEARNED);

        merges.store.learn(UCDP, true, NOW);

        Reading read = read();
        assertThat(read.usualLagDays()).isEqualTo(60);
        assertThat(read.usuallyKnown(month(LocalDate.of(2024, 2, 1)))).isEqualByComparingTo("0.4");
        assertThat(read.usuallyKnown(month(LocalDate.of(2024, 1, 1)))).isEqualByComparingTo("0.4");
        assertThat(read.usuallyKnown(month(LocalDate.of(2023, 12, 1)))).isEqualByComparingTo("1");
        assertThat(read.usuallyKnown(month(LocalDate.of(2024, 3, 1)))).isNull();
    }

    @Test
    void aWindowIsCompleteAfterTheLagThatWasLearned() {
        merges.store.learn(UCDP, true, NOW);
        YearMonth month = FIRST.plusMonths(MONTHS - 1L);

        assertThat(complete(at(month, 59))).isFalse();
        assertThat(complete(at(month, 60))).isTrue();
    }

    @Test
    void theStudyIsNotRepeatedInTheSameWeek() {
        merges.store.learn(UCDP, true, NOW);
        database.jdbi().useHandle(handle -> handle.execute("delete from lateness"));
        merges.store.learn(UCDP, true, NOW.plusSeconds(3600));
        assertThat(read().usualLagDays()).isNotEqualTo(60);

        merges.store.learn(UCDP, true, NOW.plus(Duration.ofDays(8)));
        assertThat(read().usualLagDays()).isEqualTo(60);
    }

    @Test
    void pastWindowsAreReadAtTheAgeOfTheNewestOne() {
        Period span = new Period(FIRST.atDay(1), FIRST.plusMonths(2).atEndOfMonth());

        assertThat(merges.store.windowsOfAge(line(), SUDAN, frame(span, null), 20))
                .extracting(Window::value)
                .allSatisfy(value -> assertThat(value).isEqualByComparingTo("40"));
        assertThat(merges.store.windowsOfAge(line(), SUDAN, frame(span, null), 50))
                .extracting(Window::value)
                .allSatisfy(value -> assertThat(value).isEqualByComparingTo("100"));
    }

    private boolean complete(Instant asOf) {
        Period month = month(FIRST.plusMonths(MONTHS - 1L).atDay(1));
        return merges.store
                .windows(line(), SUDAN, frame(month, asOf))
                .get(0)
                .make()
                .complete();
    }

    private Reading read() {
        return merges.store.read(line(), SUDAN, frame(month(FIRST.atDay(1)), null));
    }

    private static Frame frame(Period span, Instant asOf) {
        return new Frame(Bucket.MONTH, span, asOf, NOW, true);
    }

    private LineRef line() {
        return merges.store.lines(SUDAN, Selection.of(Metric.KILLED)).get(0);
    }

    private static Period month(LocalDate day) {
        return Bucket.MONTH.around(day);
    }

    private static Instant at(YearMonth month, int daysAfter) {
        return month.atEndOfMonth()
                .plusDays(daysAfter)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
