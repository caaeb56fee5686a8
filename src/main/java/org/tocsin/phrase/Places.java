package org.tocsin.phrase;

import java.util.Locale;
import java.util.Map;

/** Names of crises and countries as a sentence needs them: "in the Philippines", not "in Philippines: typhoons". */
final class Places {
    private static final String QUALIFIER = ": ";

    private final Words words;

    Places(Words words) {
        this.words = words;
    }

    /** The name without what qualifies it: a crisis is called "Kenya: drought and floods", but its figures are of Kenya. */
    String brief(String scope) {
        int end = scope.indexOf(QUALIFIER);
        return end < 1 ? scope : scope.substring(0, end);
    }

    /** "in Gao, Mali", "in the Central African Republic"; empty where no place is said. */
    String inside(Where where) {
        if (where.scope().isEmpty()) {
            return "";
        }
        String scope = spoken(brief(where.scope()));
        return words.fill(
                where.event().isEmpty() ? "place.in" : "place.in.event",
                Map.of(
                        "place",
                        where.area().isEmpty()
                                ? scope
                                : words.fill("place.area", Map.of("area", where.area(), "scope", scope)),
                        "event",
                        where.event()));
    }

    /** With the article that some names take; a name that is not listed takes none. */
    private String spoken(String name) {
        String key = "name." + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return words.has(key) ? words.plain(key) : name;
    }
}
