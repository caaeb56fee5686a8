package org.tocsin.figure;

import org.jspecify.annotations.Nullable;

/** The event a figure belongs to, as the source names it, with its GLIDE number where known. */
public record Event(@Nullable String name, @Nullable String glide) {
    public static final Event NONE = new Event(null, null);
}
