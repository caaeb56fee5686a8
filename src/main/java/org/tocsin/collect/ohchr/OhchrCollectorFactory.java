package org.tocsin.collect.ohchr;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code ohchr}.
 *
 * @param baseUrl of the table as CSV; OHCHR itself offers none, so there is no usual one
 * @param allowedHosts where the table's host may lead to, as {@code host} or {@code host:port}
 */
@JsonTypeName("ohchr")
public record OhchrCollectorFactory(URI baseUrl, String schedule, Set<String> allowedHosts)
        implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public OhchrCollectorFactory(@Nullable URI baseUrl, @Nullable String schedule, @Nullable Set<String> allowedHosts) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create(""));
        this.schedule = requireNonNullElse(schedule, "0 5 5 * * ?");
        this.allowedHosts = Set.copyOf(requireNonNullElse(allowedHosts, Set.of()));
    }

    @Override
    public Collector build() {
        return new OhchrCollector(baseUrl, allowedHosts);
    }

    @Override
    public Optional<String> lacking() {
        return baseUrl.toString().isBlank() ? Optional.of("baseUrl") : Optional.empty();
    }
}
