package org.tocsin.collect.fts;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code fts}.
 *
 * @param baseUrl without the version, {@code https://api.hpc.tools} where it is left out
 * @param years of the plans to ask for; none: this year and the one before
 */
@JsonTypeName("fts")
public record FtsCollectorFactory(URI baseUrl, String schedule, List<Integer> years) implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public FtsCollectorFactory(@Nullable URI baseUrl, @Nullable String schedule, @Nullable List<Integer> years) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://api.hpc.tools"));
        this.schedule = requireNonNullElse(schedule, "0 20 */6 * * ?");
        this.years = List.copyOf(requireNonNullElse(years, List.of()));
    }

    @Override
    public Collector build() {
        return new FtsCollector(baseUrl, years);
    }
}
