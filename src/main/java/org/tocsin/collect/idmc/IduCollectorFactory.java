package org.tocsin.collect.idmc;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code idmc-idu}.
 *
 * @param baseUrl IDMC's external API where it is left out
 * @param clientId secret; IDMC gives one by e-mail
 * @param allowedHosts where the API may lead to the dump file, as {@code host} or {@code host:port}; the client id is not sent there
 */
@JsonTypeName("idmc-idu")
public record IduCollectorFactory(URI baseUrl, String schedule, String clientId, Set<String> allowedHosts)
        implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public IduCollectorFactory(
            @Nullable URI baseUrl,
            @Nullable String schedule,
            @Nullable String clientId,
            @Nullable Set<String> allowedHosts) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://helix-tools-api.idmcdb.org/external-api"));
        this.schedule = requireNonNullElse(schedule, "0 40 5,17 * * ?");
        this.clientId = requireNonNullElse(clientId, "");
        this.allowedHosts = Set.copyOf(
                requireNonNullElse(allowedHosts, Set.of("helix-copilot-prod-helix-media-external.s3.amazonaws.com")));
    }

    @Override
    public Collector build() {
        return new IduCollector(baseUrl, clientId, allowedHosts);
    }

    @Override
    public Optional<String> lacking() {
        return clientId.isBlank() ? Optional.of("clientId of idmc-idu") : Optional.empty();
    }

    /** Without the client id. */
    @Override
    public String toString() {
        return "idmc-idu at " + baseUrl;
    }
}
