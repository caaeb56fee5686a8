package org.tocsin.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an API key; its token is not, only who was given it shows it.
 *
 * @param createdBy the name of the actor who made it
 * @param lastUsedAt exact to the hour
 */
public record Key(
        UUID id,
        String name,
        Role role,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    /** Whether the key opens anything at that moment. */
    public boolean usableAt(Instant moment) {
        return revokedAt == null && (expiresAt == null || moment.isBefore(expiresAt));
    }
}
