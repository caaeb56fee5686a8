package org.tocsin.crisis;

import java.util.Optional;
import java.util.regex.Pattern;

/** The short name of a crisis, for example {@code mmr}. */
public record CrisisId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public CrisisId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "crisis id '" + value + "' is not lower case letters, digits and dashes");
        }
    }

    /** The id that a text is; empty if it is none. */
    public static Optional<CrisisId> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CrisisId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
