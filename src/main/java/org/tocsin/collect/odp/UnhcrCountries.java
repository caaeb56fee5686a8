package org.tocsin.collect.odp;

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
import java.util.stream.Collectors;

/** Turns UNHCR's codes of countries, of which {@code AUS} is Austria, and the portal's numbers of them into ISO codes and back. */
final class UnhcrCountries {
    private record Country(String code, String iso3, String number) {}

    private static final List<Country> ALL = load();
    private static final Map<String, String> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Country::code, Country::iso3));
    private static final Map<String, String> BY_NUMBER = ALL.stream()
            .filter(country -> !country.number.isEmpty())
            .collect(Collectors.toUnmodifiableMap(Country::number, Country::iso3));
    private static final Map<String, String> NUMBERS = ALL.stream()
            .filter(country -> !country.number.isEmpty())
            .collect(Collectors.toUnmodifiableMap(Country::iso3, Country::number));

    private UnhcrCountries() {}

    /** The country of UNHCR's code; {@code UNK} for others than those named, {@code ZZZ} for various ones at once. */
    static Optional<String> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    static Optional<String> ofNumber(String number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /**
     * The portal's number of a country.
     *
     * @throws IllegalArgumentException if the portal has no page of it
     */
    static String number(String iso3) {
        String number = NUMBERS.get(iso3);
        if (number == null) {
            throw new IllegalArgumentException("'" + iso3 + "' is no country that UNHCR's portal has a page of");
        }
        return number;
    }

    private static List<Country> load() {
        try (InputStream table = UnhcrCountries.class.getResourceAsStream("countries.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(table, "countries.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", 3))
                    .map(cells -> new Country(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("countries.csv cannot be read", e);
        }
    }
}
