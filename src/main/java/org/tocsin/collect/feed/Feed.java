package org.tocsin.collect.feed;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Countries;

/**
 * A feed of news, and what is known of its texts beforehand.
 *
 * @param name for logs; the address where it is left out
 * @param language ISO 639-1; null: told from the words of each text
 * @param countries ISO 3166-1 alpha-3, those its texts are about; none: those among the categories of each text
 */
record Feed(String name, URI url, @Nullable String language, List<String> countries) {
    @JsonCreator
    static Feed of(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty(value = "url", required = true) URI url,
            @JsonProperty("language") @Nullable String language,
            @JsonProperty("countries") @Nullable List<String> countries) {
        return new Feed(
                requireNonNullElse(name, url.toString()), url, language, requireNonNullElse(countries, List.of()));
    }

    Feed {
        if (language != null && !language.matches("[a-z]{2}")) {
            throw new IllegalArgumentException("language '" + language + "' of feed " + name + " is no ISO 639-1 code");
        }
        countries = List.copyOf(countries);
        for (String country : countries) {
            if (!Countries.isKnown(country)) {
                throw new IllegalArgumentException("country '" + country + "' of feed " + name + " is not known");
            }
        }
    }

    /** What is taken for the feed of an archived document when the settings no longer name it. */
    static Feed unnamed(URI url) {
        return new Feed(url.toString(), url, null, List.of());
    }
}
