package org.tocsin.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Metric;

/** What a text is taken to say, as far as it says it: what a reviewer corrects and confirms. */
public sealed interface Proposal permits ProposedFigure, ProposedChange {
    Metric metric();

    /** ISO 3166-1 alpha-3; null where the text does not tell. */
    @Nullable
    String country();

    /** What must be there before the proposal can be confirmed. */
    static <T> T said(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidFigureException(field, "is not told by the text; a correction must say it");
        }
        return value;
    }

    /** A text as a part of a record's name: the same however it was spaced, punctuated or capitalised; empty for none. */
    static String slug(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
