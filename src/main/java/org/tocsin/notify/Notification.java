package org.tocsin.notify;

import java.time.Instant;
import java.util.UUID;

/**
 * One message to one destination, the same at every attempt.
 *
 * @param id the {@code webhook-id}, and the local part of the {@code Message-ID}
 * @param thread the first notification of the same alert to the same destination; its own id for the first
 */
public record Notification(UUID id, UUID thread, Instant createdAt, Notice notice) {
    public boolean startsThread() {
        return id.equals(thread);
    }
}
