package org.tocsin.extract;

import org.jspecify.annotations.Nullable;

/** The time a statement is about, as far as text and document date allow: a period, and the day it was so. */
public record When(
        @Nullable PartialDate periodStart,
        @Nullable PartialDate periodEnd,
        @Nullable PartialDate asOf) {
    public static final When UNTOLD = new When(null, null, null);
}
