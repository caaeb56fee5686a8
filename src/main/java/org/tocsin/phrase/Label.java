package org.tocsin.phrase;

import java.util.Locale;

/** The headings and links that mails and pages share. */
public enum Label {
    WHAT,
    MARK,
    PLACES,
    COMPARED,
    REVISED,
    PUBLISHED,
    KNOWN,
    BASIS,
    CORROBORATION,
    STANDING,
    TOLD,
    THRESHOLD,
    CAUTION,
    SOURCE,
    LICENCE,
    TREND,
    EXPLANATION,
    ALERT,
    HOLDS,
    FIGURE_AT_SOURCE,
    TERMS,
    NON_COMMERCIAL,
    SUMS_ONLY,
    WHY_YOU;

    String key() {
        return "label." + name().toLowerCase(Locale.ROOT);
    }
}
