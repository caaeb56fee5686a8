package org.tocsin.notify;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt means for its notification.
 *
 * @param state {@code pending}, {@code sent} or {@code dead}
 * @param dueAt when to try again; present exactly while pending
 */
record Settlement(String state, @Nullable Instant dueAt) {
    static final Settlement SENT = new Settlement("sent", null);
    static final Settlement DEAD = new Settlement("dead", null);

    /** @param before how often it was tried before this attempt */
    static Settlement of(Delivery delivery, int before, Timetable timetable, Instant now, RandomGenerator random) {
        if (delivery instanceof Delivery.Accepted) {
            return SENT;
        }
        if (delivery instanceof Delivery.Deferred deferred) {
            return timetable
                    .next(before + 1, now, deferred.atLeast(), random)
                    .map(due -> new Settlement("pending", due))
                    .orElse(DEAD);
        }
        return DEAD;
    }

    boolean ended() {
        return dueAt == null;
    }
}
