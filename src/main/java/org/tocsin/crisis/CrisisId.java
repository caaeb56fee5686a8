package org.tocsin.crisis;

/** The short name of a crisis, for example {@code mmr}. */
public record CrisisId(String value) {
    public CrisisId {
        if (!value.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException(
                    "crisis id '" + value + "' is not lower case letters, digits and dashes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
