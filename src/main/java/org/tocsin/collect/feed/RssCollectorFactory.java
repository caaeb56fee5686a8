package org.tocsin.collect.feed;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;
import org.tocsin.figure.SourceId;

/**
 * The settings of source {@code rss}.
 *
 * @param id the source's name, {@code rss} where it is left out; feeds under an id of their own are run, paused and watched on their own
 * @param feeds what to read, each with {@code url}, and {@code name}, {@code language} and {@code countries} where they are known
 */
@JsonTypeName("rss")
public record RssCollectorFactory(String id, String schedule, List<Feed> feeds) implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public RssCollectorFactory(@Nullable String id, @Nullable String schedule, @Nullable List<Feed> feeds) {
        this.id = requireNonNullElse(id, "rss");
        // A feed holds its last 10 to 30 texts: asked more seldom, some would be gone before they were seen.
        this.schedule = requireNonNullElse(schedule, "0 7/20 * * * ?");
        this.feeds = List.copyOf(requireNonNullElse(feeds, List.of()));
    }

    @Override
    public Collector build() {
        return new RssCollector(new SourceId(id), feeds);
    }

    @Override
    public Optional<String> lacking() {
        return feeds.isEmpty() ? Optional.of("feeds") : Optional.empty();
    }
}
