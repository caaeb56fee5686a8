package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.alert.RuleStore;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.Merge;

/** What time brings about: jumps that nobody repeated are let go, and open alerts are looked at again. */
class SweepIT {
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
    void aJumpWaitsADayForAnotherToSayTheSameAndIsThenJudged() {
        room.hand(Merge.Telling.HISTORY, "d1,idps,SDN,conflict,,2024-02-20,90000");

        RunSummary jump = room.news("d2,idps,SDN,conflict,,2024-02-28,900000");
        assertThat(jump.counts().merged().held()).isOne();
        room.toldNobody();

        room.pass(Duration.ofHours(23));
        house.sweep();
        room.toldNobody();
        assertThat(house.stores().known().holds().list()).hasSize(1);

        room.pass(Duration.ofMinutes(61));
        house.sweep();

        assertThat(house.stores().known().holds().list()).isEmpty();
        assertThat(house.texts("select ended_as || ' ' || ended_by from hold")).containsExactly("released sweep");
        assertThat(house.texts("select rule || ' ' || state from alert")).containsExactly("idps-stated open");
        assertThat(house.count("select count(*) from notification")).isOne();
    }

    @Test
    void whatNoFigureClosesIsClosedByTheSweep() {
        room.load();
        room.news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");

        room.pass(Duration.ofDays(20));
        house.sweep();
        assertThat(house.texts("select state from alert")).containsExactly("open");

        room.pass(Duration.ofDays(380));
        house.sweep();
        house.sweep();

        assertThat(house.texts("select state from alert")).containsExactly("stood_down");
        assertThat(house.texts("select kind || ' ' || reason from alert_event order by id"))
                .containsExactly("opened fired", "stood_down stale");
        assertThat(house.count("select count(*) from notification")).isEqualTo(2);
    }

    @Test
    void aHeldFigureThatCannotBeReadKeepsNoOtherHeld() {
        holdTwoJumps();
        house.jdbi().useHandle(handle -> handle.execute("""
                update hold set statement = jsonb_set(statement, '{period_end}', '"never"')
                where series_id = (select id from series where country = 'SDN')
                """));

        room.pass(Duration.ofHours(25));
        house.sweep();

        assertThat(house.texts("select scope from alert")).containsExactly("crisis:ukr");
        assertThat(house.count("select count(*) from hold where ended_at is null"))
                .isOne();
        assertThat(house.metered("tocsin.sweep.failures", "unit", "hold")).isOne();
        room.pass(Duration.ofMinutes(14));
        house.sweep();
        assertThat(house.metered("tocsin.sweep.failures", "unit", "hold")).isOne();
        room.pass(Duration.ofMinutes(1));
        house.sweep();
        assertThat(house.metered("tocsin.sweep.failures", "unit", "hold")).isEqualTo(2);
    }

    @Test
    void aHeldFigureThatCannotBeMergedLeavesAFailedRunAndIsLetGoLater() {
        holdTwoJumps();
        room.allow("figure", "value <> 900000");

        room.pass(Duration.ofHours(25));
        house.sweep();

        assertThat(house.texts("select scope from alert")).containsExactly("crisis:ukr");
        assertThat(house.texts(
                        "select failure || ' ' || failure_at from run where cause = 'reread' and outcome = 'failed'"))
                .containsExactly("internal hold 1");
        assertThat(house.count("select count(*) from run where finished_at is null"))
                .isZero();

        room.allowAll("figure");
        room.pass(Duration.ofMinutes(15));
        house.sweep();
        assertThat(house.texts("select scope from alert order by 1")).containsExactly("crisis:sdn", "crisis:ukr");
        assertThat(house.stores().known().holds().list()).isEmpty();
    }

    @Test
    void anOpenAlertThatCannotBeMadeDueKeepsNoOtherFromBeingLookedAt() {
        room.load();
        room.news("r2,killed,SDN,conflict,2024-02-28,2024-02-28,700");
        room.news("r3,killed,UKR,conflict,2024-02-28,2024-02-28,700");
        room.allow("due", "scope <> 'crisis:sdn'");

        room.pass(Duration.ofDays(400));
        house.sweep();

        assertThat(house.texts("select scope || ' ' || state from alert order by 1"))
                .containsExactly("crisis:sdn open", "crisis:ukr stood_down");
        assertThat(house.metered("tocsin.sweep.failures", "unit", "alert")).isOne();
    }

    @Test
    void whatARetiredRuleHasOpenIsStoodDownAfterAnHourAndThoseWhoWereToldAreToldSo() throws Exception {
        RuleStore rules = house.stores().watched().rules();
        rules.save(
                RuleFile.read("{id: injured-stated, title: Injured, metric: injured, cause: conflict,"
                        + " interval: statement, detector: {type: threshold, levels: {watch: 100}}}"),
                room.time.instant());
        room.load();
        room.news("r2,injured,SDN,conflict,2024-02-28,2024-02-28,700");
        rules.retire("injured-stated", room.time.instant());

        room.pass(Duration.ofMinutes(59));
        house.sweep();
        assertThat(house.texts("select state from alert")).containsExactly("open");

        room.pass(Duration.ofMinutes(2));
        house.sweep();
        house.sweep();

        assertThat(house.texts("select state from alert")).containsExactly("stood_down");
        assertThat(house.texts("select kind || ' ' || reason || ' ' || told from alert_event order by id"))
                .containsExactly("opened fired true", "stood_down rule_retired true");
        assertThat(house.texts("select kind from notification order by 1")).containsExactly("opened", "stood_down");
        assertThat(house.count("select count(distinct thread) from notification"))
                .isOne();
    }

    @Test
    void aRuleThatIsPutBackInTimeKeepsWhatItHasOpen() {
        RuleStore rules = house.stores().watched().rules();
        Rule injured = RuleFile.read("{id: injured-stated, title: Injured, metric: injured, cause: conflict,"
                + " interval: statement, detector: {type: threshold, levels: {watch: 100}}}");
        rules.save(injured, room.time.instant());
        room.load();
        room.news("r2,injured,SDN,conflict,2024-02-28,2024-02-28,700");
        rules.retire("injured-stated", room.time.instant());
        room.pass(Duration.ofMinutes(30));
        rules.save(injured, room.time.instant());

        room.pass(Duration.ofHours(2));
        house.sweep();

        assertThat(house.texts("select state from alert")).containsExactly("open");
    }

    private void holdTwoJumps() {
        room.hand(
                Merge.Telling.HISTORY,
                "d1,idps,SDN,conflict,,2024-02-20,90000\nd2,idps,UKR,conflict,,2024-02-20,90000");
        room.news("d3,idps,SDN,conflict,,2024-02-28,900000\nd4,idps,UKR,conflict,,2024-02-28,900001");
        assertThat(house.stores().known().holds().list()).hasSize(2);
        room.toldNobody();
    }
}
