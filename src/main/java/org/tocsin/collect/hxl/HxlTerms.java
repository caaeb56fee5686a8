package org.tocsin.collect.hxl;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;

/**
 * Whose a table is and how it may be shown.
 *
 * @param name for readers
 * @param cadenceDays how often it usually changes
 */
public record HxlTerms(String name, String licence, String attribution, boolean aggregateOnly, int cadenceDays) {
    private static final int MONTH = 30;

    // Jackson hands null, and 0 for a number, for a key that is left out.
    public HxlTerms(
            @Nullable String name,
            @Nullable String licence,
            @Nullable String attribution,
            boolean aggregateOnly,
            int cadenceDays) {
        this.name = requireNonNullElse(name, "Table with HXL hashtags");
        this.licence = requireNonNullElse(licence, "as its publisher says");
        this.attribution = requireNonNullElse(attribution, this.name);
        this.aggregateOnly = aggregateOnly;
        this.cadenceDays = cadenceDays == 0 ? MONTH : cadenceDays;
    }

    Source source(SourceId id, URI link) {
        Redistribution redistribution = aggregateOnly ? Redistribution.AGGREGATE_ONLY : Redistribution.ROWS;
        return new Source(id, name, new Terms(licence, link, attribution, redistribution, false), cadenceDays, false);
    }
}
