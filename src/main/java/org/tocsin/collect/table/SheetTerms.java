package org.tocsin.collect.table;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;

/**
 * Whose a spreadsheet is and how it may be shown, as its owner settles it.
 *
 * @param name for readers
 * @param cadenceDays how often it usually changes
 */
public record SheetTerms(String name, String licence, String attribution, boolean aggregateOnly, int cadenceDays) {
    private static final int WEEK = 7;

    // Jackson hands null, and 0 for a number, for a key that is left out.
    public SheetTerms(
            @Nullable String name,
            @Nullable String licence,
            @Nullable String attribution,
            boolean aggregateOnly,
            int cadenceDays) {
        this.name = requireNonNullElse(name, "Spreadsheet");
        this.licence = requireNonNullElse(licence, "as its owner says");
        this.attribution = requireNonNullElse(attribution, this.name);
        this.aggregateOnly = aggregateOnly;
        this.cadenceDays = cadenceDays == 0 ? WEEK : cadenceDays;
    }

    Source source(SourceId id, URI link) {
        Redistribution redistribution = aggregateOnly ? Redistribution.AGGREGATE_ONLY : Redistribution.ROWS;
        return new Source(id, name, new Terms(licence, link, attribution, redistribution, false), cadenceDays, false);
    }
}
