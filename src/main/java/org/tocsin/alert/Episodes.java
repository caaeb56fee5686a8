package org.tocsin.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where episodes stand while decisions are taken: the tables, or the memory of a rehearsal. */
interface Episodes {
    Optional<Alert> findOpen(AlertKey key);

    /** The newest episode of the key, unless what it told was taken back. */
    Optional<Alert> lastTold(AlertKey key);

    /** Whether the line has corroborated the episode already. */
    boolean joined(UUID alert, long line);

    void open(UUID id, AlertKey key, String level, Alert.Told told, Instant lookAt);

    void tell(UUID id, String level, Alert.Told told);

    void move(UUID id, String state, String level, Instant at, @Nullable Instant lookAt);

    void lookAgain(UUID id, Instant lookAt);

    long add(UUID alert, String kind, String level, boolean told, AlertEvent.Trace trace);
}
