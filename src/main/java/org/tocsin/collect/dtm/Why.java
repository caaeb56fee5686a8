package org.tocsin.collect.dtm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.figure.Cause;

/**
 * Why people were displaced, in IOM's words, which join several reasons by a semicolon.
 *
 * @param words in lower case and one order
 */
record Why(String words, Cause cause) {
    private static final Set<String> VIOLENCE = Set.of("conflict", "insecurity");
    private static final Set<String> HAZARD = Set.of("natural disaster");

    static Why of(String reasons) {
        Set<String> each = Arrays.stream(reasons.toLowerCase(Locale.ROOT).split(";"))
                .map(String::strip)
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        Cause cause = Cause.ALL;
        if (!each.isEmpty() && VIOLENCE.containsAll(each)) {
            cause = Cause.CONFLICT;
        } else if (!each.isEmpty() && HAZARD.containsAll(each)) {
            cause = Cause.DISASTER;
        }
        return new Why(String.join("; ", each), cause);
    }

    /** Whether the cause says all of it, so that no other reason is of the same cause. */
    boolean isPlain() {
        return words.isEmpty() || words.equals("conflict") || words.equals("natural disaster");
    }
}
