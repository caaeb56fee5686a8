package org.tocsin.collect.insecurity;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code insecurity-insight}.
 *
 * @param baseUrl of the interface that Insecurity Insight opens on request, without the theme
 * @param key secret, sent in the header {@code keyHeader}; none is sent where it is empty
 * @param themes to ask for; none: all that count people
 */
@JsonTypeName("insecurity-insight")
public record InsecurityCollectorFactory(URI baseUrl, String schedule, String key, String keyHeader, List<Theme> themes)
        implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public InsecurityCollectorFactory(
            @Nullable URI baseUrl,
            @Nullable String schedule,
            @Nullable String key,
            @Nullable String keyHeader,
            @Nullable List<Theme> themes) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create(""));
        this.schedule = requireNonNullElse(schedule, "0 15 4 ? * TUE,FRI");
        this.key = requireNonNullElse(key, "");
        this.keyHeader = requireNonNullElse(keyHeader, "x-api-key");
        this.themes = themes == null || themes.isEmpty() ? List.of(Theme.values()) : List.copyOf(themes);
    }

    @Override
    public Collector build() {
        return new InsecurityCollector(baseUrl, key, keyHeader, themes);
    }

    @Override
    public Optional<String> lacking() {
        return baseUrl.toString().isBlank() ? Optional.of("baseUrl") : Optional.empty();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "insecurity-insight at " + baseUrl + " themes " + themes;
    }
}
