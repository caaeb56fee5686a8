package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.db.TestDatabase;
import org.tocsin.http.FakeTime;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.Merge;

/** What is told and what is not, through the real steps from the figure to the outbox. */
class WatchIT {
    private static final String HEADER = "record,metric,country,cause,start,end,value\n";

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime(Instant.parse("2024-03-01T12:00:00Z"));
    private final TestDatabase database = TestDatabase.migrated();
    private House house;

    @BeforeEach
    void open() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("stated.yml"), """
                id: killed-stated
                title: Deaths in a report
                metric: killed
                cause: conflict
                interval: statement
                coolDownDays: 30
                detector: {type: threshold, levels: {watch: 100, critical: 1000}}
                """);
        Files.writeString(rules.resolve("record.yml"), """
                id: killed-record
                title: Deaths in a month are the highest in a year
                metric: killed
                cause: conflict
                interval: month
                coolDownDays: 30
                detector: {type: record_high, window: 1, lookbacks: {warning: 12}, strict: true}
                """);
        Files.writeString(rules.resolve("idps.yml"), """
                id: idps-stated
                title: Internally displaced people in a report
                metric: idps
                cause: conflict
                interval: statement
                coolDownDays: 30
                detector: {type: threshold, levels: {watch: 500000}}
                """);
        house = new House(
                House.database(database.login())
                        + Web.common(folder.resolve("mail"))
                        + "rules: \"" + rules + "\"\n"
                        + "subscribers: {recipients: [{email: duty@ngo.example}]}\n",
                time);
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    @Test
    void theFirstRunOfASourceIsHistoryAndTellsNobody() {
        RunSummary first = news("r1,killed,SDN,conflict,2024-02-28,2024-02-28,5000");

        assertThat(first.due()).isEqualTo(2);
        assertThat(reasons("killed-stated")).isEqualTo("backfill");
        toldNobody();
    }

    @Test
    void whatAPersonHandsOverAsHistoryTellsNobody() {
        load();

        hand(Merge.Telling.HISTORY, "r2,killed,SDN,conflict,2024-02-28,2024-02-28,5000");

        assertThat(reasons("killed-stated")).isEqualTo("backfill");
        toldNobody();
    }

    @Test
    void theFirstFigureOfANewSeriesFiresByItsSizeAndIsNoRecordWithoutAHistory() {
        load();

        news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");

        assertThat(reasons("killed-stated")).isEqualTo("fired");
        assertThat(reasons("killed-record")).isEqualTo("no_history");
        assertThat(house.texts("select rule || ' ' || scope || ' ' || state || ' ' || level from alert"))
                .containsExactly("killed-stated crisis:sdn open watch");
        assertThat(house.count("select count(*) from outbox")).isOne();
    }

    @Test
    void theSameFigureAgainTellsNobodyASecondTime() {
        load();
        news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");

        RunSummary again = news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");

        assertThat(again.due()).isZero();
        assertThat(house.count("select count(*) from notification")).isOne();
    }

    @Test
    void aJumpWaitsADayForAnotherToSayTheSameAndIsThenJudged() {
        hand(Merge.Telling.HISTORY, "d1,idps,SDN,conflict,,2024-02-20,90000");

        RunSummary jump = news("d2,idps,SDN,conflict,,2024-02-28,900000");
        assertThat(jump.counts().merged().held()).isOne();
        toldNobody();

        pass(Duration.ofHours(23));
        house.sweep();
        toldNobody();
        assertThat(house.stores().known().holds().list()).hasSize(1);

        pass(Duration.ofMinutes(61));
        house.sweep();

        assertThat(house.stores().known().holds().list()).isEmpty();
        assertThat(house.texts("select ended_as || ' ' || ended_by from hold")).containsExactly("released sweep");
        assertThat(house.texts("select rule || ' ' || state from alert")).containsExactly("idps-stated open");
        assertThat(house.count("select count(*) from notification")).isOne();
    }

    @Test
    void whatNoFigureClosesIsClosedByTheSweep() {
        load();
        news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");

        pass(Duration.ofDays(20));
        house.sweep();
        assertThat(house.texts("select state from alert")).containsExactly("open");

        pass(Duration.ofDays(380));
        house.sweep();
        house.sweep();

        assertThat(house.texts("select state from alert")).containsExactly("stood_down");
        assertThat(house.texts("select kind || ' ' || reason from alert_event order by id"))
                .containsExactly("opened fired", "stood_down stale");
        assertThat(house.count("select count(*) from notification")).isEqualTo(2);
    }

    @Test
    void whereTheMessageCannotBeKeptNothingIsDecidedAndTheSubjectStaysDue() {
        load();
        allow("notification", "false");
        news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");
        String fired = "select count(*) from decision where rule = 'killed-stated' and fired";

        assertThat(house.count(fired)).isZero();
        assertThat(house.count("select count(*) from alert")).isZero();
        assertThat(house.count("select count(*) from alert_event")).isZero();
        assertThat(house.texts("select rule || ' ' || attempts from due")).containsExactly("killed-stated 1");
        assertThat(house.texts("select failure from due")).singleElement(STRING).contains("only");
        assertThat(house.metered("tocsin.watch.failures")).isOne();
        assertThat(house.metered("tocsin.watch.decisions", "reason", "fired")).isZero();

        allowAll("notification");
        pass(Duration.ofSeconds(5));
        house.watch();
        assertThat(house.count(fired)).isOne();
        assertThat(house.count("select count(*) from outbox")).isOne();
        assertThat(house.count("select count(*) from due")).isZero();
        assertThat(house.metered("tocsin.watch.decisions", "reason", "fired")).isOne();
    }

    @Test
    void aSubjectThatCannotBeJudgedDoesNotKeepTheNextFromBeingTold() {
        load();
        allow("decision", "scope <> 'crisis:sdn'");
        house.hand(
                "reports",
                Merge.Telling.BY_AGE,
                HEADER + "r2,killed,SDN,conflict,2024-02-28,2024-02-28,700\n"
                        + "r3,killed,UKR,conflict,2024-02-28,2024-02-28,700\n");

        house.watch();

        assertThat(house.texts("select scope from alert")).containsExactly("crisis:ukr");
        assertThat(house.texts("select distinct scope from due")).containsExactly("crisis:sdn");
    }

    /** Lets only rows of the condition be added to a table. */
    private void allow(String table, String condition) {
        house.jdbi()
                .useHandle(handle -> handle.execute(
                        "alter table " + table + " add constraint only_this check (" + condition + ") not valid"));
    }

    private void allowAll(String table) {
        house.jdbi().useHandle(handle -> handle.execute("alter table " + table + " drop constraint only_this"));
    }

    /** A complete load of other places, so that what comes next is news. */
    private void load() {
        hand(Merge.Telling.HISTORY, "r0,killed,UKR,conflict,2024-01-15,2024-01-15,1");
    }

    private RunSummary news(String row) {
        return hand(Merge.Telling.BY_AGE, row);
    }

    private RunSummary hand(Merge.Telling telling, String row) {
        RunSummary summary = house.hand("reports", telling, HEADER + row + "\n");
        assertThat(summary.failed()).as(summary.toString()).isFalse();
        assertThat(summary.counts().rejected()).isZero();
        house.watch();
        return summary;
    }

    private void pass(Duration duration) {
        time.pass(duration);
    }

    /** Why the newest decision of a rule came out as it did. */
    private String reasons(String rule) {
        return house.texts("select reason from decision where rule = ? order by seq desc limit 1", rule)
                .get(0);
    }

    private void toldNobody() {
        assertThat(house.count("select count(*) from alert")).isZero();
        assertThat(house.count("select count(*) from notification")).isZero();
    }
}
