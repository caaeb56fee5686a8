package org.tocsin.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Figure;

/**
 * A figure that waits to be believed.
 *
 * @param reason {@code jump} or {@code unknown_place}
 * @param releaseAt when it is let go by itself; null: only by a person
 */
public record HeldStatement(
        long id,
        Figure figure,
        String reason,
        Instant heldAt,
        @Nullable Instant releaseAt) {}
