package org.tocsin.figure;

import org.jspecify.annotations.Nullable;

/** Where: an ISO 3166-1 alpha-3 country, or special code as the source gives it, and optionally areas inside it. */
public record Place(
        String country, @Nullable Area admin1, @Nullable Area admin2) {
    /** Several countries at once; figures of it are listed, never added to a country's. */
    public static final String SEVERAL = "ZZZ";

    public Place {
        if (!country.matches("[A-Z][A-Z0-9]{2}")) {
            throw new InvalidFigureException("country", "'" + country + "' is not an ISO 3166-1 alpha-3 code");
        }
        if (admin1 == null && admin2 != null) {
            throw new InvalidFigureException("place", "admin2 '" + admin2.name() + "' without its admin1");
        }
    }

    public static Place country(String iso3) {
        return new Place(iso3, null, null);
    }

    /** 0 for a country, 1 or 2 for an area inside it. */
    public int level() {
        if (admin2 != null) {
            return 2;
        }
        return admin1 == null ? 0 : 1;
    }
}
