package org.tocsin.figure;

import org.jspecify.annotations.Nullable;

/** An area inside a country under the source's own name, with its P-code where the source gives one. */
public record Area(String name, @Nullable String pcode) {
    public Area {
        if (name.isBlank()) {
            throw new InvalidFigureException("place", "area without a name");
        }
    }

    public static Area named(String name) {
        return new Area(name, null);
    }
}
