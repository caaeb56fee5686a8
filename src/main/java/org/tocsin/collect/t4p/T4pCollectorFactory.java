package org.tocsin.collect.t4p;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code t4p}.
 *
 * @param baseUrl Tech for Palestine's own API where it is left out
 * @param files what is asked for behind it; Gaza and the West Bank where it is left out, Lebanon by its file when it is named
 */
@JsonTypeName("t4p")
public record T4pCollectorFactory(URI baseUrl, String schedule, List<String> files) implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public T4pCollectorFactory(@Nullable URI baseUrl, @Nullable String schedule, @Nullable List<String> files) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://data.techforpalestine.org/api"));
        this.schedule = requireNonNullElse(schedule, "0 25 5,17 * * ?");
        this.files =
                List.copyOf(requireNonNullElse(files, List.of("v2/casualties_daily.json", "v2/west_bank_daily.json")));
    }

    @Override
    public Collector build() {
        return new T4pCollector(baseUrl, files);
    }
}
