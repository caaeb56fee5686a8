package org.tocsin.series;

import java.time.Instant;
import java.util.List;

/**
 * When something new was heard, as known at a moment.
 *
 * @param at the last moment of each day on which something new came, earliest first
 * @param declaredDays how often the source says it publishes
 * @param lookedAt when the source last answered; the moment itself for one that nobody asks, because people hand it over
 */
public record Publications(List<Instant> at, int declaredDays, Instant lookedAt) {
    public Publications {
        at = List.copyOf(at);
    }
}
