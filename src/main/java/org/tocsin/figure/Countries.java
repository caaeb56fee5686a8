package org.tocsin.figure;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The country codes that are known: ISO 3166-1 alpha-3 as the JDK has it, and the special codes sources use. */
public final class Countries {
    /** Abyei, Kosovo, unknown, stateless, Tibetan. */
    private static final Map<String, String> SPECIAL = Map.of(
            "AB9",
            "Abyei",
            "XKX",
            "Kosovo",
            "UNK",
            "Unknown",
            "XXA",
            "Stateless",
            "TIB",
            "Tibetan",
            Place.SEVERAL,
            "Several countries");

    private static final Map<String, Locale> ISO = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
            .map(code -> new Locale.Builder().setRegion(code).build())
            .collect(Collectors.toUnmodifiableMap(Locale::getISO3Country, Function.identity()));

    private Countries() {}

    public static boolean isKnown(String code) {
        return ISO.containsKey(code) || SPECIAL.containsKey(code);
    }

    /** All ISO codes, without the special ones. */
    public static Set<String> codes() {
        return ISO.keySet();
    }

    /** The country's name in the reader's language; empty for an unknown code. */
    public static Optional<String> name(String code, Locale reader) {
        Locale country = ISO.get(code);
        return country == null
                ? Optional.ofNullable(SPECIAL.get(code))
                : Optional.of(country.getDisplayCountry(reader));
    }
}
