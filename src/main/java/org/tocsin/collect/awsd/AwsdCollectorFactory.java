package org.tocsin.collect.awsd;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code awsd}.
 *
 * @param baseUrl the database's own site where it is left out
 */
@JsonTypeName("awsd")
public record AwsdCollectorFactory(URI baseUrl, String schedule) implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public AwsdCollectorFactory(@Nullable URI baseUrl, @Nullable String schedule) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://www.aidworkersecurity.org"));
        this.schedule = requireNonNullElse(schedule, "0 25 4 * * ?");
    }

    @Override
    public Collector build() {
        return new AwsdCollector(baseUrl);
    }
}
