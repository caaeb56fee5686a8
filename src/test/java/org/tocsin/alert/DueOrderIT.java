package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.Change;
import org.tocsin.figure.Period;

/** In which order what is due is judged, and what becomes of what cannot be judged. */
class DueOrderIT {
    private static final DueStage STAGE = new DueStage();
    private static final Instant NOW = Instant.parse("2023-11-03T12:00:00Z");

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
            Due claimed = STAGE.store.claim(DueStage.LATER).orElseThrow();
            assertThat(onAnotherConnection()).isEmpty();
            STAGE.store.finish(claimed);
            mine.rollback();
        });

        assertThat(STAGE.all()).hasSize(1);
    }

    private static Optional<Due> onAnotherConnection() {
        Jdbi other = STAGE.database.jdbi();
        return java.util.concurrent.CompletableFuture.supplyAsync(() -> new DueStore(other).claim(DueStage.LATER))
                .join();
    }

    @Test
    void anOpenAlertIsDueAgainWithoutDrowningAChangeThatWaits() {
        AlertBook book = new AlertBook(STAGE.jdbi, new DecisionStore(STAGE.jdbi, STAGE.rules));
        book.take(Finding.of(200, 0).decision());
        Instant tomorrow = Instant.parse("2023-11-03T00:00:00Z");

        UUID alert = book.findOpen(Finding.KEY).orElseThrow().id();

        assertThat(STAGE.store.openToLookAt(tomorrow.minusSeconds(1))).isEmpty();
        assertThat(STAGE.store.enqueueOpen(alert, tomorrow.minusSeconds(1))).isFalse();
        assertThat(STAGE.store.openToLookAt(tomorrow)).containsExactly(alert);
        assertThat(STAGE.store.enqueueOpen(alert, tomorrow)).isTrue();
        assertThat(STAGE.store.openToLookAt(tomorrow)).isEmpty();
        assertThat(STAGE.store.enqueueOpen(alert, tomorrow)).isFalse();
        assertThat(STAGE.all())
                .containsExactly(new Due(
                        "killed-in-a-day",
                        "crisis:myanmar",
                        1,
                        new Change("sweep", null, Period.day(DueStage.DAY)),
                        false,
                        tomorrow));
    }

    @Test
    void whatCannotBeJudgedStandsBackLongerEachTimeAndTheNextGoesOn() {
        long line = STAGE.line("killed", "conflict", null);
        STAGE.change(1, STAGE.series(line, "MMR", null, null), 0, "new_period");
        STAGE.change(2, STAGE.series(line, "SDN", null, null), 0, "new_period");
        STAGE.store.enqueue(1);
        STAGE.store.enqueue(2);
        Due bad = next(NOW).orElseThrow();

        assertThat(STAGE.store.setBack(bad, "\0".repeat(600), NOW))
                .contains(new Setback(bad.rule(), bad.scope(), bad.lineId(), 1, NOW.plusSeconds(5), " ".repeat(500)));
        assertThat(next(NOW)).map(Due::scope).contains("country:SDN");
        assertThat(next(NOW.plusSeconds(5))).contains(bad);
        assertThat(STAGE.store.setBack(bad, "still", NOW))
                .map(Setback::notBefore)
                .contains(NOW.plusSeconds(10));
        for (int attempt = 3; attempt <= 40; attempt++) {
            STAGE.store.setBack(bad, "still", NOW);
        }

        assertThat(STAGE.store.setbacks(1, 10)).singleElement().satisfies(setback -> {
            assertThat(setback.attempts()).isEqualTo(40);
            assertThat(setback.notBefore()).isEqualTo(NOW.plusSeconds(3600));
        });
        assertThat(STAGE.store.backlog(NOW))
                .isEqualTo(new Backlog(2, Duration.between(DueStage.START.plusSeconds(2), NOW), 1));
        assertThat(STAGE.store.setbacks(41, 10)).isEmpty();
    }

    @Test
    void newFiguresBringWhatStandsBackForward() {
        long series = STAGE.series(STAGE.line("killed", "conflict", null), "MMR", null, null);
        STAGE.change(1, series, 0, "new_period");
        STAGE.store.enqueue(1);
        STAGE.store.setBack(next(NOW).orElseThrow(), "too much", NOW);
        assertThat(next(NOW)).isEmpty();

        STAGE.change(2, series, 1, "new_period");
        STAGE.store.enqueue(2);

        assertThat(next(NOW)).isPresent();
        assertThat(STAGE.store.setbacks(1, 10)).hasSize(1);
    }

    @Test
    void whatAnotherNodeHasJudgedMeanwhileIsNotSetBack() {
        STAGE.change(1, STAGE.series(STAGE.line("killed", "conflict", null), "MMR", null, null), 0, "new_period");
        STAGE.store.enqueue(1);
        Due due = next(NOW).orElseThrow();
        STAGE.store.finish(due);

        assertThat(STAGE.store.setBack(due, "late", NOW)).isEmpty();
        assertThat(STAGE.store.backlog(NOW)).isEqualTo(new Backlog(0, Duration.ZERO, 0));
    }

    private static Optional<Due> next(Instant now) {
        return STAGE.store.claim(now);
    }
}
