package org.tocsin.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where decisions are taken to: the alerts that are told, or a rehearsal of them. */
public interface Book {
    /** Keeps the decision with its final reason, and moves the episode of its key as far as the decision goes. */
    Outcome take(Decision decision);

    Optional<Alert> findOpen(AlertKey key);

    /**
     * Closes an episode whose subject is stale.
     *
     * @return the event; empty if the episode is closed already
     */
    Optional<AlertEvent> closeStale(UUID id, Instant at);
}
