package org.tocsin.figure;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A humanitarian appeal or response plan: whose money is asked for, where, over which days.
 *
 * @param code the source's own code, for example {@code HMMR22}
 * @param type the source's word for its type, for example {@code Flash appeal}
 * @param countries ISO 3166-1 alpha-3
 * @param listedBecause why its money is listed but never added to others'; empty when it counts
 */
public record Appeal(
        String code,
        String name,
        String type,
        Set<String> countries,
        Period period,
        @Nullable String listedBecause,
        @Nullable URI link) {
    public Appeal {
        if (code.isBlank()) {
            throw new InvalidFigureException("code", "appeal without a code: " + name);
        }
        countries = Set.copyOf(countries);
    }

    /** Whether this is the share of one country in {@code whole}: it has the page of the whole, and its code names a country. */
    public boolean isShareOf(Appeal whole) {
        return code.contains("/") && !whole.code.contains("/") && link != null && link.equals(whole.link);
    }
}
