package org.tocsin.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.figure.Figures.MONDAY;
import static org.tocsin.figure.Figures.UCDP;
import static org.tocsin.figure.Figures.killed;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;

class FigureMergeIT {
    private static final Instant JANUARY = Instant.parse("2024-01-10T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2024-02-10T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2024-03-10T00:00:00Z");
    private static final Period WHOLE = new Period(MONDAY, MONDAY.plusDays(30));

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
    void aWithdrawnRecordThatReturnsElsewhereHasItsHomeThere() {
        merges.merge(JANUARY, killed(5).in("ETH").figure());
        MergeCounts emptied = merges.merge(FEBRUARY, Merge.Telling.NEWS, WHOLE);
        MergeCounts returned = merges.merge(MARCH, killed(5).in("SDN").figure());
        MergeCounts again =
                merges.merge(MARCH.plusSeconds(1), killed(5).in("SDN").figure());

        assertThat(emptied).isEqualTo(new MergeCounts(0, 0, 1, 0, 0, 0));
        assertThat(returned).isEqualTo(new MergeCounts(1, 0, 0, 0, 0, 0));
        assertThat(again).isEqualTo(new MergeCounts(0, 0, 0, 1, 0, 0));
        assertThat(merges.changes()).containsExactly("new_period", "retracted", "new_period");
    }

    @Test
    void aRecordThatItsSourceTakesBackByNameEndsWithAllItsPartsAndNoOther() {
        merges.merge(
                JANUARY, killed(5).record("a").figure(), killed(7).record("b").figure());

        MergeCounts taken = merges.withdraw(FEBRUARY, "a", "never stated");
        MergeCounts again = merges.withdraw(MARCH, "a");

        assertThat(taken).isEqualTo(new MergeCounts(0, 0, 1, 0, 0, 0));
        assertThat(again).isEqualTo(new MergeCounts(0, 0, 0, 0, 0, 0));
        assertThat(merges.changes()).containsExactly("new_period", "new_period", "retracted");
        assertThat(days()).startsWith("2024-01-01 7");
    }

    @Test
    void theSumsOfADayFollowARevisionAndAWithdrawal() {
        merges.merge(
                JANUARY,
                killed(5).record("a").figure(),
                killed(7).record("b").figure(),
                killed(2).record("c").on(MONDAY.plusDays(1)).figure());

        merges.merge(
                FEBRUARY,
                Merge.Telling.NEWS,
                WHOLE,
                killed(6).between(4, 9).record("a").figure());

        assertThat(days()).isEqualTo("2024-01-01 6 4 9 1");
    }

    @Test
    void aRepeatInAnotherSeriesIsStillARepeat() {
        MergeCounts counts = merges.merge(
                JANUARY, killed(1).in("ETH").figure(), killed(2).in("SDN").figure());

        assertThat(counts).isEqualTo(new MergeCounts(1, 0, 0, 0, 1, 0));
        assertThat(days()).isEqualTo("2024-01-01 2 null null 1");
    }

    @Test
    void whatIsHeldKeepsTheDocumentItCameFrom() {
        merges.merge(JANUARY, killed(5).in("QQQ").figure());

        assertThat(text("select statement ->> 'document' from hold")).isEqualTo("0".repeat(64));
    }

    private String days() {
        return merges.windows(Metric.KILLED, Bucket.DAY, MONDAY, MONDAY.plusDays(30), null).stream()
                .filter(window -> window.make().figures() > 0)
                .map(window -> Stream.of(
                                window.period().start(),
                                window.value(),
                                window.low(),
                                window.high(),
                                window.make().figures())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    private String text(String query) {
        return merges.jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).one());
    }
}
