package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;

class RehearsalIT {
    private static final int DECISIONS = 400;

    @Test
    void aRehearsalMovesAsTheBookDoes() {
        try (TestDatabase database = TestDatabase.migrated()) {
            RuleStore rules = new RuleStore(database.jdbi());
            rules.provision(List.of(Finding.RULE), Instant.parse("2023-01-01T00:00:00Z"));
            AlertBook book = new AlertBook(database.jdbi(), new DecisionStore(database.jdbi(), rules));
            Rehearsal rehearsal = new Rehearsal();
            Random random = new Random(7);
            int moves = 0;
            for (int day = 0; day < DECISIONS; day++) {
                Decision decision = anything(random, day).decision();
                Outcome told = book.take(decision);
                Outcome rehearsed = rehearsal.take(decision);

                assertThat(rehearsed.decision().reason())
                        .as("day " + day)
                        .isEqualTo(told.decision().reason());
                assertThat(kind(rehearsed)).isEqualTo(kind(told));
                assertThat(rehearsed.toTell().isPresent())
                        .isEqualTo(told.toTell().isPresent());
                moves += told.event() == null ? 0 : 1;
            }
            assertThat(moves).as("the history moves the episode").isGreaterThan(30);
        }
    }

    private static Finding anything(Random random, int day) {
        int[] values = {0, 40, 95, 120, 250, 600, 1500, 4000};
        Finding finding = Finding.of(values[random.nextInt(values.length)], day);
        if (random.nextInt(4) == 0) {
            finding = finding.ofLine(2);
        }
        return random.nextInt(5) == 0 ? finding.changed("revised_down") : finding;
    }

    private static Optional<AlertEvent.Kind> kind(Outcome outcome) {
        return Optional.ofNullable(outcome.event()).map(AlertEvent::kind);
    }
}
