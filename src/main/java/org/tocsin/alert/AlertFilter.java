package org.tocsin.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Level;

/**
 * Which alerts are listed; what is absent does not matter.
 *
 * @param open whether the episode goes on
 * @param scope {@code crisis:ID} or {@code country:ISO3}
 * @param least the quietest level
 * @param since when something last happened to it, or later
 */
public record AlertFilter(
        @Nullable Boolean open,
        @Nullable AlertState state,
        @Nullable String scope,
        @Nullable Level least,
        @Nullable Instant since) {
    public static final AlertFilter ALL = new AlertFilter(null, null, null, null, null);
}
