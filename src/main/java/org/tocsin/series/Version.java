package org.tocsin.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A belief and how long it was held.
 *
 * @param knownTo null while it still is
 */
record Version(Belief belief, @Nullable Instant knownTo) {
    boolean isHeld(@Nullable Instant asOf) {
        return asOf == null
                ? knownTo == null
                : !belief.told().knownFrom().isAfter(asOf) && (knownTo == null || knownTo.isAfter(asOf));
    }

    boolean isGivenUp(@Nullable Instant asOf) {
        return knownTo != null && (asOf == null || !knownTo.isAfter(asOf));
    }
}
