package org.tocsin.alert;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a decision.
 *
 * @param decision as it was kept, with its final reason
 * @param event what happened to the alert; null when nothing did
 */
public record Outcome(Decision decision, @Nullable AlertEvent event) {
    /** The event that subscribers are told of, if any. */
    public Optional<AlertEvent> toTell() {
        return Optional.ofNullable(event).filter(AlertEvent::told);
    }
}
