package org.tocsin.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the lower-case codes under which the words are stored and written. */
final class Codes {
    private Codes() {}

    static <E extends Enum<E>> E find(Class<E> type, String code, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> code(constant).equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidFigureException(field, "unknown code '" + code + "', allowed are " + all(type)));
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> String all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Codes::code).collect(Collectors.joining(" "));
    }
}
