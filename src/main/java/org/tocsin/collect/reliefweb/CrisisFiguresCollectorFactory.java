package org.tocsin.collect.reliefweb;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code reliefweb-figures}.
 *
 * @param baseUrl of the folder with one folder per country; the public repository where it is left out
 * @param countries ISO 3166-1 alpha-3; all that ReliefWeb kept figures of where they are left out
 */
@JsonTypeName("reliefweb-figures")
public record CrisisFiguresCollectorFactory(URI baseUrl, String schedule, List<String> countries)
        implements CollectorFactory {
    private static final List<String> KEPT = List.of(
            "AFG", "BDI", "BFA", "BGD", "CAF", "CMR", "COD", "COL", "ETH", "HTI", "IRQ", "KEN", "LBN", "MLI", "MMR",
            "MOZ", "NER", "NGA", "PSE", "SDN", "SOM", "SSD", "SYR", "TCD", "UKR", "VEN", "YEM");

    // Jackson hands null for a key that is left out.
    public CrisisFiguresCollectorFactory(
            @Nullable URI baseUrl, @Nullable String schedule, @Nullable List<String> countries) {
        this.baseUrl = requireNonNullElse(
                baseUrl,
                URI.create("https://raw.githubusercontent.com/reliefweb/crisis-app-data/v1/edition/world/countries"));
        this.schedule = requireNonNullElse(schedule, "0 45 4 1 * ?");
        this.countries = List.copyOf(requireNonNullElse(countries, KEPT));
    }

    @Override
    public Collector build() {
        return new CrisisFiguresCollector(baseUrl, countries);
    }
}
