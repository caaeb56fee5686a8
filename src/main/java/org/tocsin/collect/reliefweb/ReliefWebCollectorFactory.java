package org.tocsin.collect.reliefweb;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code reliefweb}.
 *
 * @param baseUrl with the version, {@code https://api.reliefweb.int/v2} where it is left out
 * @param appname who asks, as ReliefWeb approved it; nothing is asked without one
 * @param countries ISO 3166-1 alpha-3, those the reports are chiefly about; none: all
 * @param languages ISO 639-1; English, French and Spanish, which can be read, where they are left out
 * @param firstDays how far back the first run looks
 */
@JsonTypeName("reliefweb")
public record ReliefWebCollectorFactory(
        URI baseUrl,
        String schedule,
        String appname,
        List<String> countries,
        List<String> languages,
        @Min(1) Integer firstDays)
        implements CollectorFactory {
    private static final int FIRST_DAYS = 3;

    // Jackson hands null for a key that is left out.
    public ReliefWebCollectorFactory(
            @Nullable URI baseUrl,
            @Nullable String schedule,
            @Nullable String appname,
            @Nullable List<String> countries,
            @Nullable List<String> languages,
            @Nullable Integer firstDays) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://api.reliefweb.int/v2"));
        this.schedule = requireNonNullElse(schedule, "0 12/30 * * * ?");
        this.appname = requireNonNullElse(appname, "");
        this.countries = List.copyOf(requireNonNullElse(countries, List.of()));
        this.languages = List.copyOf(requireNonNullElse(languages, List.of("en", "fr", "es")));
        this.firstDays = requireNonNullElse(firstDays, FIRST_DAYS);
    }

    @Override
    public Collector build() {
        return new ReliefWebCollector(new ReportsApi(baseUrl, appname, countries, languages), firstDays);
    }

    @Override
    public Optional<String> lacking() {
        return appname.isBlank() ? Optional.of("appname") : Optional.empty();
    }

    /** Without the name under which we ask. */
    @Override
    public String toString() {
        return "reliefweb at " + baseUrl;
    }
}
