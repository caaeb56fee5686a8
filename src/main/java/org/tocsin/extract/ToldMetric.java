package org.tocsin.extract;

import java.util.Arrays;
import java.util.Locale;

/** What prose counts, in its own coarser words; the review maps them to the metrics that are stored. */
public enum ToldMetric {
    KILLED,
    INJURED,
    MISSING,
    DISPLACED,
    DISPLACED_NEW,
    REFUGEES,
    RETURNEES,
    PEOPLE_IN_NEED,
    AFFECTED,
    FUNDING_REQUIRED,
    FUNDING_RECEIVED,
    FUNDING_GAP,
    FUNDING_COVERAGE_PCT,
    CHANGE_PCT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is money, or a part of it. */
    public boolean isFunding() {
        return name().startsWith("FUNDING");
    }

    /** By its code; throws {@link IllegalArgumentException} naming an unknown one. */
    public static ToldMetric of(String code) {
        return Arrays.stream(values())
                .filter(metric -> metric.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown told metric '" + code + "'"));
    }
}
