package org.tocsin.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Figure;

/**
 * A figure that waits to be believed.
 *
 * @param reason {@code jump} or {@code unknown_place}
 * @param releaseAt when it is let go by itself; null: only by a person
 * @param before what its series said last before its day; null if nothing
 */
public record HeldStatement(
        long id,
        Figure figure,
        String reason,
        Instant heldAt,
        @Nullable Instant releaseAt,
        @Nullable Before before) {
    public static final String UNKNOWN_PLACE = "unknown_place";

    /** An earlier statement. */
    public record Before(BigDecimal value, LocalDate day) {}
}
