package org.tocsin.collect.reliefweb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.CountryNames;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Population;

/**
 * What the names of key figures mean, by the table {@code figure-names.txt}: a name says what is counted, whom, since when, and for
 * people who crossed a border from where to where.
 */
final class FigureNames {
    private static final String TABLE = "figure-names.txt";
    private static final String ORIGINS = "origins";

    private final List<NamePattern> patterns;
    private final Map<String, String> origins;

    /** What a name means. */
    record Meaning(Measure measure, Since since, About about, Where where) {}

    /** Whom and why; the category is the editors' own part of the name. */
    record About(
            Population population, Cause cause, @Nullable String category) {}

    /** The country where they are, and for people who crossed a border the one they came from. */
    record Where(String place, @Nullable String origin) {}

    private FigureNames(List<NamePattern> patterns, Map<String, String> origins) {
        this.patterns = patterns;
        this.origins = origins;
    }

    /** The table that the program ships. */
    static FigureNames shipped() {
        try (InputStream bytes = Objects.requireNonNull(FigureNames.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            List<String> rows = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return new FigureNames(
                    rows.stream()
                            .filter(row -> !row.startsWith(ORIGINS))
                            .map(NamePattern::of)
                            .toList(),
                    rows.stream()
                            .filter(row -> row.startsWith(ORIGINS))
                            .map(FigureNames::origin)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " cannot be read", e);
        }
    }

    /**
     * What a name means; empty if it is nothing that is counted here.
     *
     * @param country the one whose page the figure stands on
     */
    Optional<Meaning> find(String name, String country) {
        for (NamePattern pattern : patterns) {
            Matcher match = pattern.name().matcher(name.strip());
            if (match.matches()) {
                return where(pattern, match, country).map(where -> pattern.meaning(match, where));
            }
        }
        return Optional.empty();
    }

    private Optional<Where> where(NamePattern pattern, Matcher match, String country) {
        Optional<String> place = pattern.place(match).map(this::country).orElse(Optional.of(country));
        Optional<String> origin = pattern.origin(match).map(this::country).orElse(Optional.of(""));
        return place.isEmpty() || origin.isEmpty()
                ? Optional.empty()
                : Optional.of(new Where(place.get(), origin.get().isEmpty() ? null : origin.get()));
    }

    private Optional<String> country(String named) {
        return Optional.ofNullable(origins.get(named)).or(() -> CountryNames.iso3(named));
    }

    private static Map.Entry<String, String> origin(String row) {
        String[] parts = row.substring(ORIGINS.length()).split("=", 2);
        return Map.entry(parts[0].strip(), parts[1].strip());
    }
}
