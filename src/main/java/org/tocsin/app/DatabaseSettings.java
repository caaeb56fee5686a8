package org.tocsin.app;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The {@code database} of config.yml.
 *
 * @param url {@code local:DIRECTORY} for a PostgreSQL of our own, or {@code jdbc:postgresql://...} for any other from 15 on
 * @param directUrl for LISTEN, session locks and migrations where {@code url} leads through a pooler; the url when absent
 * @param connections at most, in the pool
 */
public record DatabaseSettings(
        @NotBlank String url,
        @Nullable String directUrl,
        @Min(4) int connections) {
    private static final int USUAL = 16;

    // Jackson hands null, or 0, for a key that is left out.
    public DatabaseSettings(@Nullable String url, @Nullable String directUrl, int connections) {
        this.url = Objects.requireNonNullElse(url, "local:var/postgres");
        this.directUrl = directUrl == null || directUrl.isBlank() ? null : directUrl;
        this.connections = connections == 0 ? USUAL : connections;
    }
}
