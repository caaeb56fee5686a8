package org.tocsin.extract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is handed in to be read.
 *
 * @param text one text or a whole page of several articles; only its words are read for figures
 * @param title gives the country where the text does not; its numbers are no figures
 * @param date the day the text was published, against which "Friday" and "since May" are understood
 * @param language {@code en}, {@code fr} or {@code es}; guessed from the words when absent or another
 */
public record Prose(
        String text,
        @Nullable String title,
        @Nullable LocalDate date,
        @Nullable String language) {
    /** A text of which nothing else is known. */
    public static Prose of(String text) {
        return new Prose(text, null, null, null);
    }
}
