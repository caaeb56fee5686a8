package org.tocsin.collect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * From where a run has to fetch.
 *
 * @param now the moment the run started
 * @param since the first day asked for; empty to fetch whatever the collector fetches by itself
 * @param last when the last run began that ended well; empty before the first
 */
public record Cursor(Instant now, Optional<LocalDate> since, Optional<Instant> last) {
    /** For a run of which there was none before. */
    public static Cursor first(Instant now) {
        return new Cursor(now, Optional.empty(), Optional.empty());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
