package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * An answer that was whole for something.
 *
 * @param filter {@code country:A,B} or nothing
 * @param end the last day it covers, which may be before {@code start}: then it covers none
 * @param asOf the day the source was asked
 */
record Spoken(String filter, LocalDate start, LocalDate end, LocalDate asOf, Instant knownFrom) {
    private static final String COUNTRY = "country:";

    boolean isAbout(String country) {
        boolean named = filter.startsWith(COUNTRY)
                && Arrays.asList(filter.substring(COUNTRY.length()).split(",", -1))
                        .contains(country);
        return named || filter.isEmpty();
    }
}
