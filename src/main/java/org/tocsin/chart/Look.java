package org.tocsin.chart;

import java.util.Locale;
import java.util.Set;

/**
 * Who looks and how: the reader's language and numerals, the ground, and the shape of the values. The chart's own words
 * exist in Arabic, English, French and Spanish; any other language gets the English ones.
 */
public record Look(Locale locale, Theme theme, Style style) {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "ckb", "fa", "he", "ps", "ur");

    boolean rightToLeft() {
        return RIGHT_TO_LEFT.contains(locale.getLanguage());
    }
}
