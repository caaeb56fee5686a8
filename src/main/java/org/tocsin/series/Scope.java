package org.tocsin.series;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Area;
import org.tocsin.figure.Place;
import org.tocsin.figure.SeriesKey;

/**
 * Which series are asked for by place: those inside some places, of people from some countries, or of some appeals.
 *
 * @param origins ISO 3166-1 alpha-3, for people who crossed a border
 * @param appeals codes of appeals
 */
public record Scope(List<Inside> places, Set<String> origins, Set<String> appeals) {
    /** A country, or one admin1 area of it under the source's own name. */
    public record Inside(String country, @Nullable String admin1) {
        private boolean contains(Place place) {
            Area area = place.admin1();
            return country.equals(place.country()) && (admin1 == null || (area != null && admin1.equals(area.name())));
        }
    }

    public Scope {
        places = List.copyOf(places);
        origins = Set.copyOf(origins);
        appeals = Set.copyOf(appeals);
    }

    /** The countries of its places. */
    public Set<String> countries() {
        return places.stream().map(Inside::country).collect(Collectors.toSet());
    }

    /** Whether a series is asked for: the same answer as the database gives where it reads the series of a scope. */
    public boolean contains(SeriesKey series) {
        String appeal = series.line().appeal();
        if (appeal != null && appeals.contains(appeal)) {
            return true;
        }
        return series.line().measure().metric().crossesBorder()
                ? series.origin() != null && origins.contains(series.origin())
                : places.stream().anyMatch(inside -> inside.contains(series.place()));
    }

    /** A whole country and the people who left it. */
    public static Scope country(String iso3) {
        return new Scope(List.of(new Inside(iso3, null)), Set.of(iso3), Set.of());
    }
}
