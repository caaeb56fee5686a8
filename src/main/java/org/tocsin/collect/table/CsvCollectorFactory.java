package org.tocsin.collect.table;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;
import org.tocsin.figure.SourceId;

/**
 * The settings of one spreadsheet that is exported to an address; each is a source of its own.
 *
 * @param id the source's name, {@code csv} where it is left out
 * @param url of the sheet as CSV in UTF-8, such as the export of an online spreadsheet
 * @param terms whose it is and how it may be shown
 * @param layout which column is what; that of a figure table where it is left out
 */
@JsonTypeName("csv")
public record CsvCollectorFactory(
        String id, String schedule, @Nullable URI url, SheetTerms terms, Layout layout) implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public CsvCollectorFactory(
            @Nullable String id,
            @Nullable String schedule,
            @Nullable URI url,
            @Nullable SheetTerms terms,
            @Nullable Layout layout) {
        this.id = requireNonNullElse(id, "csv");
        this.schedule = requireNonNullElse(schedule, "0 35 * * * ?");
        this.url = url;
        this.terms = requireNonNullElseGet(terms, () -> new SheetTerms(null, null, null, false, 0));
        this.layout = requireNonNullElseGet(layout, () -> new Layout(null, null, null));
    }

    @Override
    public Collector build() {
        URI address = requireNonNullElse(url, URI.create("about:blank"));
        return new CsvCollector(terms.source(new SourceId(id), address), address, layout);
    }

    @Override
    public Optional<String> lacking() {
        return url == null ? Optional.of("url") : Optional.empty();
    }
}
