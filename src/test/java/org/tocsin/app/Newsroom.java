package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.tocsin.db.TestDatabase;
import org.tocsin.http.FakeTime;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.Merge;

/** A house with three rules, into which reports come row by row. */
final class Newsroom implements AutoCloseable {
    static final String HEADER = "record,metric,country,cause,start,end,value\n";

    final House house;
    final FakeTime time = new FakeTime(Instant.parse("2024-03-01T12:00:00Z"));
    private final TestDatabase database = TestDatabase.migrated();

    Newsroom(Path folder) throws IOException {
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
        this.house = new House(
                House.database(database.login())
                        + Web.common(folder.resolve("mail"))
                        + "rules: \"" + rules + "\"\n"
                        + "subscribers: {recipients: [{email: duty@ngo.example}]}\n",
                time);
    }

    /** A complete load of other places, so that what comes next is news. */
    void load() {
        hand(Merge.Telling.HISTORY, "r0,killed,UKR,conflict,2024-01-15,2024-01-15,1");
    }

    RunSummary news(String row) {
        return hand(Merge.Telling.BY_AGE, row);
    }

    RunSummary hand(Merge.Telling telling, String row) {
        RunSummary summary = house.hand("reports", telling, HEADER + row + "\n");
        assertThat(summary.failed()).as(summary.toString()).isFalse();
        assertThat(summary.counts().rejected()).isZero();
        house.watch();
        return summary;
    }

    void pass(Duration duration) {
        time.pass(duration);
    }

    /** Lets only rows of the condition be added to a table. */
    void allow(String table, String condition) {
        house.jdbi()
                .useHandle(handle -> handle.execute(
                        "alter table " + table + " add constraint only_this check (" + condition + ") not valid"));
    }

    void allowAll(String table) {
        house.jdbi().useHandle(handle -> handle.execute("alter table " + table + " drop constraint only_this"));
    }

    void toldNobody() {
        assertThat(house.count("select count(*) from alert")).isZero();
        assertThat(house.count("select count(*) from notification")).isZero();
    }

    @Override
    public void close() {
        house.close();
        database.close();
    }
}
