package org.tocsin.collect.unhcr;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code unhcr}.
 *
 * @param baseUrl UNHCR's own API where it is left out
 * @param origins ISO 3166-1 alpha-3 of countries that people come from, each asked for with every country of asylum
 * @param asylums ISO 3166-1 alpha-3 of countries that people are in, each asked for with every country of origin; where neither list names
 *     a country, every pair of the world is asked for
 * @param years how many to ask for, this one among them: UNHCR corrects earlier years without saying so
 */
@JsonTypeName("unhcr")
public record UnhcrCollectorFactory(
        URI baseUrl,
        String schedule,
        List<String> origins,
        List<String> asylums,
        @Min(1) Integer years) implements CollectorFactory {
    private static final int USUAL_YEARS = 4;

    // Jackson hands null for a key that is left out.
    public UnhcrCollectorFactory(
            @Nullable URI baseUrl,
            @Nullable String schedule,
            @Nullable List<String> origins,
            @Nullable List<String> asylums,
            @Nullable Integer years) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://api.unhcr.org/population/v1"));
        this.schedule = requireNonNullElse(schedule, "0 50 4 ? * TUE");
        this.origins = codes(requireNonNullElse(origins, List.of()));
        this.asylums = codes(requireNonNullElse(asylums, List.of()));
        this.years = requireNonNullElse(years, USUAL_YEARS);
    }

    @Override
    public Collector build() {
        return new UnhcrCollector(baseUrl, origins, asylums, years);
    }

    /** The API answers another country's numbers, or all of them, for a code that it does not know. */
    private static List<String> codes(List<String> named) {
        for (String code : named) {
            if (!code.matches("[A-Z][A-Z0-9]{2}")) {
                throw new IllegalArgumentException("'" + code + "' is not an ISO 3166-1 alpha-3 code");
            }
        }
        return List.copyOf(named);
    }
}
