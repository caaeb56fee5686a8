package org.tocsin.detect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a source has published something new.
 *
 * @param published earliest first; an answer that holds nothing new is no publication
 * @param declaredDays how often the source says it publishes
 * @param lookedAt when it was last reached: what it has done since, nobody knows
 */
public record Cadence(List<Instant> published, @Nullable BigDecimal declaredDays, Instant lookedAt) {
    public Cadence {
        published = published.stream().sorted().toList();
        declaredDays = Numbers.plain(declaredDays);
    }
}
