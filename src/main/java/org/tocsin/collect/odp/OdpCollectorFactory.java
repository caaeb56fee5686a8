package org.tocsin.collect.odp;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code unhcr-odp}.
 *
 * @param baseUrl UNHCR's portal where it is left out
 * @param countries of asylum, ISO 3166-1 alpha-3
 * @param collections the portal's numbers of the population collections to ask those countries for, 4 refugees and 29 asylum-seekers; each
 *     metric in one of them only, for the same people come in several
 * @param displaced by country, ISO 3166-1 alpha-3, the portal's numbers of the population groups that are its displaced people
 * @param situations series of days that the portal shows for situations
 */
@JsonTypeName("unhcr-odp")
public record OdpCollectorFactory(
        URI baseUrl,
        String schedule,
        List<String> countries,
        List<Integer> collections,
        Map<String, List<Integer>> displaced,
        List<Situation> situations)
        implements CollectorFactory {
    /** Those that took in most people of the crises that ship with the program. */
    private static final List<String> USUAL_COUNTRIES =
            List.of("SDN", "SSD", "TCD", "UGA", "ETH", "EGY", "KEN", "COD", "BDI", "RWA", "TZA", "MRT", "NER", "BGD");

    // Jackson hands null for a key that is left out.
    public OdpCollectorFactory(
            @Nullable URI baseUrl,
            @Nullable String schedule,
            @Nullable List<String> countries,
            @Nullable List<Integer> collections,
            @Nullable Map<String, List<Integer>> displaced,
            @Nullable List<Situation> situations) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://data.unhcr.org"));
        this.schedule = requireNonNullElse(schedule, "0 25 7 * * ?");
        this.countries = List.copyOf(requireNonNullElse(countries, USUAL_COUNTRIES));
        this.collections = List.copyOf(requireNonNullElse(collections, List.of(4, 29)));
        this.displaced = Map.copyOf(requireNonNullElse(displaced, Map.of()));
        this.situations = List.copyOf(requireNonNullElse(situations, List.of()));
        // Names a country that the portal does not know when the program starts, not when it asks.
        this.countries.forEach(UnhcrCountries::number);
        this.displaced.keySet().forEach(UnhcrCountries::number);
    }

    @Override
    public Collector build() {
        return new OdpCollector(baseUrl, new OdpQuestions(countries, collections, displaced, situations));
    }
}
