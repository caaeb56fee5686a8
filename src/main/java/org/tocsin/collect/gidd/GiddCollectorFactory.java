package org.tocsin.collect.gidd;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code idmc-gidd}.
 *
 * @param baseUrl IDMC's external API where it is left out
 * @param clientId secret; IDMC gives one by e-mail
 * @param years how many to ask for, this one among them: a release corrects earlier years
 */
@JsonTypeName("idmc-gidd")
public record GiddCollectorFactory(
        URI baseUrl,
        String schedule,
        String clientId,
        @Min(1) Integer years) implements CollectorFactory {
    private static final int USUAL_YEARS = 10;

    // Jackson hands null for a key that is left out.
    public GiddCollectorFactory(
            @Nullable URI baseUrl, @Nullable String schedule, @Nullable String clientId, @Nullable Integer years) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://helix-tools-api.idmcdb.org/external-api"));
        this.schedule = requireNonNullElse(schedule, "0 5 4 ? * WED");
        this.clientId = requireNonNullElse(clientId, "");
        this.years = requireNonNullElse(years, USUAL_YEARS);
    }

    @Override
    public Collector build() {
        return new GiddCollector(baseUrl, clientId, years);
    }

    @Override
    public Optional<String> lacking() {
        return clientId.isBlank() ? Optional.of("clientId") : Optional.empty();
    }

    /** Without the client id. */
    @Override
    public String toString() {
        return "idmc-gidd at " + baseUrl + " years " + years;
    }
}
