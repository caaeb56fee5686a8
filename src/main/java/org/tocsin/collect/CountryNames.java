package org.tocsin.collect;

import com.ibm.icu.util.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.tocsin.figure.Countries;

/**
 * Finds the ISO 3166-1 alpha-3 code of what a source calls a country: alpha-2, alpha-3 or numeric code, or a name.
 *
 * <p>Names are those of the Unicode CLDR in English, French and Spanish as the JDK has them, and the spellings of sources in
 * {@code country-names.properties}. Case, accents and punctuation do not matter.
 */
public final class CountryNames {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("es"));
    private static final Map<String, String> BY_NAME = read();

    private CountryNames() {}

    /** The alpha-3 code; empty for what is no country that is known here. */
    public static Optional<String> iso3(String named) {
        String name = named.strip();
        if (Countries.isKnown(name)) {
            return Optional.of(name);
        }
        if (name.matches("\\d{1,3}")) {
            return numeric(Integer.parseInt(name));
        }
        return Optional.ofNullable(BY_NAME.get(fold(name)));
    }

    private static Optional<String> numeric(int code) {
        try {
            Region region = Region.getInstance(code);
            return region.getType() == Region.RegionType.TERRITORY
                    ? Optional.ofNullable(BY_NAME.get(fold(region.toString())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // ICU's word for a number that is no country's
        }
    }

    private static Map<String, String> read() {
        Map<String, String> names = new HashMap<>();
        for (String alpha2 : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(alpha2).build();
            String iso3 = country.getISO3Country();
            names.put(fold(alpha2), iso3);
            LANGUAGES.forEach(language -> names.put(fold(country.getDisplayCountry(language)), iso3));
        }
        spellings().forEach((name, iso3) -> names.put(fold(String.valueOf(name)), String.valueOf(iso3)));
        return Map.copyOf(names);
    }

    private static Properties spellings() {
        Properties spellings = new Properties();
        try (InputStream bytes = Objects.requireNonNull(
                        CountryNames.class.getResourceAsStream("country-names.properties"),
                        "country-names.properties");
                InputStreamReader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            spellings.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("country-names.properties cannot be read", e);
        }
        return spellings;
    }

    private static String fold(String name) {
        // The CLDR writes "Trinidad & Tobago", most sources "and".
        String plain = Normalizer.normalize(name.replace("&", " and "), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
