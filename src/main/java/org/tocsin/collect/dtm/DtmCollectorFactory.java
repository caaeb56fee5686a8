package org.tocsin.collect.dtm;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;
import org.tocsin.figure.Place;

/**
 * The settings of source {@code iom-dtm}.
 *
 * @param baseUrl IOM's own API where it is left out
 * @param key secret, sent in header {@code Ocp-Apim-Subscription-Key}; IOM gives one at dtm-apim-portal.iom.int
 * @param operations by country, ISO 3166-1 alpha-3, the operations that count there, as IOM names them: several operations describe the
 *     same people, so that all others are passed over
 * @param level 0 for countries, 1 or 2 for the areas inside them; one level only, for each holds the same people
 */
@JsonTypeName("iom-dtm")
public record DtmCollectorFactory(
        URI baseUrl,
        String schedule,
        String key,
        Map<String, List<String>> operations,
        @Min(0) @Max(2) Integer level) implements CollectorFactory {
    private static final Map<String, List<String>> USUAL_OPERATIONS = Map.of(
            "AFG", List.of("Returns and displacement in Afghanistan"),
            "HTI", List.of("Countrywide monitoring"),
            "MLI", List.of("Mali Conflict"),
            "SDN", List.of("Armed Clashes in Sudan (Overview)"));

    // Jackson hands null for a key that is left out.
    public DtmCollectorFactory(
            @Nullable URI baseUrl,
            @Nullable String schedule,
            @Nullable String key,
            @Nullable Map<String, List<String>> operations,
            @Nullable Integer level) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://dtmapi.iom.int/v3/displacement"));
        this.schedule = requireNonNullElse(schedule, "0 35 6 * * ?");
        this.key = requireNonNullElse(key, "");
        this.operations = Map.copyOf(requireNonNullElse(operations, USUAL_OPERATIONS));
        this.level = requireNonNullElse(level, 1);
        // A code that is none stops the start with its name.
        this.operations.keySet().forEach(Place::country);
    }

    @Override
    public Collector build() {
        return new DtmCollector(baseUrl, key, operations, level);
    }

    @Override
    public Optional<String> lacking() {
        return key.isBlank() ? Optional.of("key") : Optional.empty();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "iom-dtm at " + baseUrl + " level " + level + " operations " + operations;
    }
}
