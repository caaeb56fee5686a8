package org.tocsin.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Level;
import org.tocsin.figure.Period;

/**
 * One episode: from the finding that opened it until it is closed.
 *
 * @param seq grows with every alert; lists go on from it
 */
public record Alert(
        UUID id,
        long seq,
        AlertKey key,
        Standing standing,
        Told told,
        @Nullable Acknowledgement acknowledgement) {
    /**
     * How it stands now.
     *
     * @param level the level now; what was told may have been louder
     * @param lookAt when it must be looked at although nothing came; empty once closed
     */
    public record Standing(
            AlertState state,
            Level level,
            Instant openedAt,
            Instant changedAt,
            @Nullable Instant lookAt) {}

    /**
     * The finding that was last told.
     *
     * @param lineId the line it was found in; only that line can correct or stand down the alert
     * @param threshold what the value had to reach
     * @param days the days of the value
     */
    public record Told(long lineId, Level level, BigDecimal value, BigDecimal threshold, Period days, Instant at) {}

    /** Somebody has seen it. */
    public record Acknowledgement(String by, Instant at) {}
}
