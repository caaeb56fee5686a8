package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.Merge;

/** What is told and what is not, through the real steps from the figure to the outbox. */
class WatchIT {
    @TempDir
    Path folder;

    private Newsroom room;
    private House house;

    @BeforeEach
    void open() throws IOException {
        room = new Newsroom(folder);
        house = room.house;
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theFirstRunOfASourceIsHistoryAndTellsNobody() {
        RunSummary first = room.news("r1,killed,SDN,conflict,2024-02-28,2024-02-28,5000");

        assertThat(first.due()).isEqualTo(2);
        assertThat(reasons("killed-stated")).isEqualTo("backfill");
        room.toldNobody();
    }

    @Test
    void whatAPersonHandsOverAsHistoryTellsNobody() {
        room.load();

        room.hand(Merge.Telling.HISTORY, "r2,killed,SDN,conflict,2024-02-28,2024-02-28,5000");

        assertThat(reasons("killed-stated")).isEqualTo("backfill");
        room.toldNobody();
    }

    @Test
    void theFirstFigureOfANewSeriesFiresByItsSizeAndIsNoRecordWithoutAHistory() {
        room.load();

        room.news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");

        assertThat(reasons("killed-stated")).isEqualTo("fired");
        assertThat(reasons("killed-record")).isEqualTo("no_history");
        assertThat(house.texts("select rule || ' ' || scope || ' ' || state || ' ' || level from alert"))
                .containsExactly("killed-stated crisis:sdn open watch");
        assertThat(house.count("select count(*) from outbox")).isOne();
    }

    @Test
    void theSameFigureAgainTellsNobodyASecondTime() {
        room.load();
        room.news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");

        RunSummary again = room.news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");

        assertThat(again.due()).isZero();
        assertThat(house.count("select count(*) from notification")).isOne();
    }

    @Test
    void whereTheMessageCannotBeKeptNothingIsDecidedAndTheSubjectStaysDue() {
        room.load();
        room.allow("notification", "false");
        room.news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");
        String fired = "select count(*) from decision where rule = 'killed-stated' and fired";

        assertThat(house.count(fired)).isZero();
        assertThat(house.count("select count(*) from alert")).isZero();
        assertThat(house.count("select count(*) from alert_event")).isZero();
        assertThat(house.texts("select rule || ' ' || attempts from due")).containsExactly("killed-stated 1");
        assertThat(house.texts("select failure from due")).singleElement(STRING).contains("only");
        assertThat(house.metered("tocsin.watch.failures")).isOne();
        assertThat(house.metered("tocsin.watch.decisions", "reason", "fired")).isZero();

        room.allowAll("notification");
        room.pass(Duration.ofSeconds(5));
        house.watch();
        assertThat(house.count(fired)).isOne();
        assertThat(house.count("select count(*) from outbox")).isOne();
        assertThat(house.count("select count(*) from due")).isZero();
        assertThat(house.metered("tocsin.watch.decisions", "reason", "fired")).isOne();
    }

    @Test
    void aSubjectThatCannotBeJudgedDoesNotKeepTheNextFromBeingTold() {
        room.load();
        room.allow("decision", "scope <> 'crisis:sdn'");
        house.hand(
                "reports",
                Merge.Telling.BY_AGE,
                Newsroom.HEADER + "r2,killed,SDN,conflict,2024-02-28,2024-02-28,700\n"
                        + "r3,killed,UKR,conflict,2024-02-28,2024-02-28,700\n");

        house.watch();

        assertThat(house.texts("select scope from alert")).containsExactly("crisis:ukr");
        assertThat(house.texts("select distinct scope from due")).containsExactly("crisis:sdn");
    }

    /** Why the newest decision of a rule came out as it did. */
    private String reasons(String rule) {
        return house.texts("select reason from decision where rule = ? order by seq desc limit 1", rule)
                .get(0);
    }
}
