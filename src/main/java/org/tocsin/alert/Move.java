package org.tocsin.alert;

import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Reason;

/**
 * What a decision does to an episode.
 *
 * @param kind null: nothing
 * @param state where the episode stands afterwards; null exactly when nothing happens
 * @param told whether subscribers are told
 * @param reason the last word on the decision
 */
record Move(AlertEvent.@Nullable Kind kind, @Nullable AlertState state, boolean told, Reason reason) {
    static Move none(Reason reason) {
        return new Move(null, null, false, reason);
    }

    static Move told(AlertEvent.Kind kind, AlertState state, Reason reason) {
        return new Move(kind, state, true, reason);
    }

    static Move untold(AlertEvent.Kind kind, AlertState state, Reason reason) {
        return new Move(kind, state, false, reason);
    }
}
