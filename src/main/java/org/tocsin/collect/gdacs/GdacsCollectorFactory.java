package org.tocsin.collect.gdacs;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code gdacs}.
 *
 * @param baseUrl {@code https://www.gdacs.org} where it is left out
 * @param levels of the alerts whose events are asked for what they did to people: orange and red ones where they are left out
 */
@JsonTypeName("gdacs")
public record GdacsCollectorFactory(URI baseUrl, String schedule, Set<String> levels) implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public GdacsCollectorFactory(@Nullable URI baseUrl, @Nullable String schedule, @Nullable Set<String> levels) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://www.gdacs.org"));
        this.schedule = requireNonNullElse(schedule, "0 3/15 * * * ?");
        this.levels = Set.copyOf(requireNonNullElse(levels, Set.of("Orange", "Red")));
    }

    @Override
    public Collector build() {
        return new GdacsCollector(baseUrl, levels);
    }
}
