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
 */
public record Cursor(Instant now, Optional<LocalDate> since) {
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
