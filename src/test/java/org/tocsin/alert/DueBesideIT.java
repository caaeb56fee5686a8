package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.Change;
import org.tocsin.detect.RuleFile;
import org.tocsin.figure.Period;

/** What a run makes due that touched only what a rule sees beside its lines. */
class DueBesideIT {
    private static final DueStage STAGE = new DueStage();

    private long killed;
    private long killedInKachin;
    private long idpsInSagaing;

    @BeforeEach
    void reset() {
        STAGE.reset();
        killed = STAGE.line("killed", "conflict", null);
        killedInKachin = STAGE.series(killed, "MMR", "Kachin", null);
        idpsInSagaing = STAGE.series(STAGE.line("idps", "conflict", null), "MMR", "Sagaing", null);
        STAGE.rules.provision(
                List.of(RuleFile.read("{id: both, title: T, metric: killed, cause: conflict, interval: month,"
                        + " detector: {type: joint, detector: {type: threshold, levels: {watch: 5}}, with: {metric: idps,"
                        + " cause: conflict, interval: statement, detector: {type: threshold, levels: {watch: 5}}}}}")),
                DueStage.START);
    }

    /** Known a year and more after the first of January, so that its days have been. */
    private static void change(long run, long series, int day, String kind) {
        STAGE.change(run, series, day, kind);
        STAGE.jdbi.useHandle(handle -> handle.execute(
                "update run_change set known_at = known_at + interval '400 days' where known_at < '2024-01-01'"));
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void aSecondFindingMakesTheFirstDueWhereItWasLastHeardOf() {
        change(1, killedInKachin, 0, "new_period");
        STAGE.store.enqueue(1);
        assertThat(STAGE.all()).extracting(Due::lineId).containsExactly(killed);

        change(2, idpsInSagaing, 20, "new_period");

        assertThat(STAGE.store.enqueue(2)).isEqualTo(1);
        assertThat(STAGE.all()).singleElement().satisfies(due -> {
            assertThat(due.rule() + " " + due.scope() + " " + due.lineId()).isEqualTo("both crisis:myanmar " + killed);
            assertThat(due.change().kind()).isEqualTo(Change.SWEEP);
            assertThat(due.change().days()).isEqualTo(Period.day(DueStage.DAY));
        });
    }

    @Test
    void historyAndWhatIsHeldMakeNoSecondFinding() {
        change(1, killedInKachin, 0, "new_period");
        STAGE.store.enqueue(1);
        STAGE.all();
        change(2, idpsInSagaing, 20, "backfill");
        change(3, idpsInSagaing, 20, "held");

        assertThat(STAGE.store.enqueue(2) + STAGE.store.enqueue(3)).isZero();
    }

    @Test
    void whatWaitsAsNewsIsNotMadeQuieterByASecondFinding() {
        change(1, killedInKachin, 3, "new_period");
        change(1, idpsInSagaing, 20, "new_period");
        STAGE.store.enqueue(1);

        assertThat(STAGE.all()).singleElement().extracting(Due::change).satisfies(change -> {
            assertThat(change.kind()).isEqualTo("new_period");
            assertThat(change.days()).isEqualTo(Period.day(DueStage.DAY.plusDays(3)));
        });
    }

    @Test
    void aSecondFindingElsewhereIsNone() {
        change(1, killedInKachin, 0, "new_period");
        STAGE.store.enqueue(1);
        STAGE.all();
        change(2, STAGE.series(STAGE.line("idps", "disaster", null), "MMR", null, null), 20, "new_period");
        change(3, STAGE.series(STAGE.line("idps", "conflict:airstrike", null), "SDN", null, null), 20, "new_period");

        assertThat(STAGE.store.enqueue(2) + STAGE.store.enqueue(3)).isZero();
    }
}
