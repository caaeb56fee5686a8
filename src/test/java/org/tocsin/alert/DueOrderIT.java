package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.Change;
import org.tocsin.figure.Period;

/** In which order what is due is judged, and what becomes of what cannot be judged. */
class DueOrderIT {
    private static final DueStage STAGE = new DueStage();

    @BeforeEach
    void reset() {
        STAGE.reset();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void smallRunsGoBeforeLargeOnes() {
        long line = STAGE.line("killed", "conflict", null);
        long large = STAGE.series(line, "SDN", null, null);
        for (int day = 0; day <= 1_000; day++) {
            STAGE.change(1, large, day, "new_period");
        }
        STAGE.change(2, STAGE.series(line, "MMR", null, null), 0, "new_period");
        STAGE.store.enqueue(1);
        STAGE.store.enqueue(2);

        assertThat(STAGE.all())
                .extracting(Due::scope, Due::bulk)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("crisis:myanmar", false),
                        org.assertj.core.groups.Tuple.tuple("country:SDN", true));
    }

    @Test
    void aClaimedRowIsPassedByAndComesBackIfItsStepFails() {
        STAGE.change(1, STAGE.series(STAGE.line("killed", "conflict", null), "MMR", null, null), 0, "new_period");
        STAGE.store.enqueue(1);

        STAGE.jdbi.useTransaction(mine -> {
            Due claimed = STAGE.store.claim().orElseThrow();
            assertThat(onAnotherConnection()).isEmpty();
            STAGE.store.finish(claimed);
            mine.rollback();
        });

        assertThat(STAGE.all()).hasSize(1);
    }

    private static Optional<Due> onAnotherConnection() {
        Jdbi other = STAGE.database.jdbi();
        return java.util.concurrent.CompletableFuture.supplyAsync(() -> new DueStore(other).claim())
                .join();
    }

    @Test
    void anOpenAlertIsDueAgainWithoutDrowningAChangeThatWaits() {
        AlertBook book = new AlertBook(STAGE.jdbi, new DecisionStore(STAGE.jdbi, STAGE.rules));
        book.take(Finding.of(200, 0).decision());
        Instant tomorrow = Instant.parse("2023-11-03T00:00:00Z");

        assertThat(STAGE.store.enqueueOpen(tomorrow.minusSeconds(1))).isZero();
        assertThat(STAGE.store.enqueueOpen(tomorrow)).isEqualTo(1);
        assertThat(STAGE.store.enqueueOpen(tomorrow)).isZero();
        assertThat(STAGE.all())
                .containsExactly(new Due(
                        "killed-in-a-day",
                        "crisis:myanmar",
                        1,
                        new Change("sweep", null, Period.day(DueStage.DAY)),
                        false,
                        tomorrow));
    }
}
