package org.tocsin.collect.migrants;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code missing-migrants}.
 *
 * @param baseUrl the project's own site where it is left out
 * @param years to ask for; none: at first all since 2014, then this year and the one before
 */
@JsonTypeName("missing-migrants")
public record MigrantsCollectorFactory(URI baseUrl, String schedule, List<Integer> years) implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public MigrantsCollectorFactory(@Nullable URI baseUrl, @Nullable String schedule, @Nullable List<Integer> years) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://missingmigrants.iom.int"));
        this.schedule = requireNonNullElse(schedule, "0 35 4 ? * MON,THU");
        this.years = List.copyOf(requireNonNullElse(years, List.of()));
    }

    @Override
    public Collector build() {
        return new MigrantsCollector(baseUrl, years);
    }
}
