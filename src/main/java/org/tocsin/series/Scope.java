package org.tocsin.series;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which series are asked for by place: those inside some places, of people from some countries, or of some appeals.
 *
 * @param origins ISO 3166-1 alpha-3, for people who crossed a border
 * @param appeals codes of appeals
 */
public record Scope(List<Inside> places, Set<String> origins, Set<String> appeals) {
    /** A country, or one admin1 area of it under the source's own name. */
    public record Inside(String country, @Nullable String admin1) {}

    public Scope {
        places = List.copyOf(places);
        origins = Set.copyOf(origins);
        appeals = Set.copyOf(appeals);
    }

    /** A whole country and the people who left it. */
    public static Scope country(String iso3) {
        return new Scope(List.of(new Inside(iso3, null)), Set.of(iso3), Set.of());
    }
}
