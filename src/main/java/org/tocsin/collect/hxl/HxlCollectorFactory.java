package org.tocsin.collect.hxl;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;
import org.tocsin.figure.SourceId;

/**
 * The settings of one table with HXL hashtags; each is a source of its own.
 *
 * @param id the source's name, {@code hxl} where it is left out
 * @param url of the table, CSV or JSON
 * @param terms whose it is and how it may be shown
 * @param vocabulary what its hashtags mean where custom does not say it
 * @param allowedHosts where a download may lead, as {@code host} or {@code host:port}
 */
@JsonTypeName("hxl")
public record HxlCollectorFactory(
        String id, String schedule, @Nullable URI url, HxlTerms terms, Vocabulary vocabulary, Set<String> allowedHosts)
        implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public HxlCollectorFactory(
            @Nullable String id,
            @Nullable String schedule,
            @Nullable URI url,
            @Nullable HxlTerms terms,
            @Nullable Vocabulary vocabulary,
            @Nullable Set<String> allowedHosts) {
        this.id = requireNonNullElse(id, "hxl");
        this.schedule = requireNonNullElse(schedule, "0 45 6 * * ?");
        this.url = url;
        this.terms = requireNonNullElseGet(terms, () -> new HxlTerms(null, null, null, false, 0));
        this.vocabulary = requireNonNullElseGet(vocabulary, () -> new Vocabulary(null, null, null));
        this.allowedHosts =
                Set.copyOf(requireNonNullElse(allowedHosts, Set.of("hdx-production-filestore.s3.amazonaws.com")));
    }

    @Override
    public Collector build() {
        URI address = requireNonNullElse(url, URI.create("about:blank"));
        return new HxlCollector(terms.source(new SourceId(id), address), address, vocabulary, allowedHosts);
    }

    @Override
    public Optional<String> lacking() {
        return url == null ? Optional.of("url") : Optional.empty();
    }
}
