package org.tocsin.collect;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.InvalidFigureException;

/**
 * A text in prose that a source publishes; what it tells is asked of a coordinator.
 *
 * @param id the source's own, or the address where it has none
 * @param text plain, without markup
 * @param published the day the source gives
 * @param link a page where a person can read it
 * @param language ISO 639-1; null if it was not said
 * @param countries ISO 3166-1 alpha-3, those it is about, as far as it was said
 */
public record PublishedText(
        String id,
        String title,
        String text,
        LocalDate published,
        @Nullable URI link,
        @Nullable String language,
        List<String> countries) {
    public PublishedText {
        if (title.isBlank()) {
            throw new InvalidFigureException("title", "is missing");
        }
        if (text.isBlank()) {
            throw new InvalidFigureException("text", "is missing");
        }
        countries = List.copyOf(countries);
    }
}
