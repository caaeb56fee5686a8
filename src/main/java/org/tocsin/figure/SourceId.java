package org.tocsin.figure;

/** The short name of a source, for example {@code fts}. */
public record SourceId(String value) {
    public SourceId {
        if (!value.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new InvalidFigureException("source", "'" + value + "' is not a short name in lower case");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
