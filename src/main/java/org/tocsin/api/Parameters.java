package org.tocsin.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what cannot be read is a problem that names the parameter and what is allowed. */
final class Parameters {
    static final int USUAL_LIMIT = 100;
    static final int LARGEST_LIMIT = 1000;

    private Parameters() {}

    /** One of some words; the reader throws {@link IllegalArgumentException} for any other. */
    static <T> @Nullable T read(String field, @Nullable String text, Function<String, T> reader) {
        return read(field, text, reader, List.of());
    }

    /** A constant by its lower-case code. */
    static <E extends Enum<E>> @Nullable E code(String field, @Nullable String text, Class<E> type) {
        return read(
                field,
                text,
                code -> Arrays.stream(type.getEnumConstants())
                        .filter(constant ->
                                constant.name().toLowerCase(Locale.ROOT).equals(code))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(code)),
                codes(type));
    }

    /** One of these words. */
    static @Nullable String oneOf(String field, @Nullable String text, List<String> words) {
        return read(
                field,
                text,
                word -> {
                    if (!words.contains(word)) {
                        throw new IllegalArgumentException(word);
                    }
                    return word;
                },
                words);
    }

    static <E extends Enum<E>> List<String> codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static @Nullable LocalDate day(String field, @Nullable String text) {
        return read(field, text, LocalDate::parse, List.of("YYYY-MM-DD"));
    }

    static @Nullable Boolean flag(String field, @Nullable String text) {
        String word = oneOf(field, text, List.of("false", "true"));
        return word == null ? null : word.equals("true");
    }

    /** An instant, or a day that means its first moment in UTC. */
    static @Nullable Instant from(String field, @Nullable String text) {
        return moment(field, text, LocalTime.MIN);
    }

    /** An instant, or a day that means its last moment in UTC. */
    static @Nullable Instant until(String field, @Nullable String text) {
        return moment(field, text, LocalTime.MAX.truncatedTo(ChronoUnit.MICROS));
    }

    /** How many items are asked for, 1 to {@value #LARGEST_LIMIT}. */
    static int limit(@Nullable String text) {
        Integer limit = read("limit", text, Integer::valueOf, List.of("1 to " + LARGEST_LIMIT));
        if (limit != null && (limit < 1 || limit > LARGEST_LIMIT)) {
            throw new ProblemException(
                    Problem.field("limit", limit + " is out of range", List.of("1 to " + LARGEST_LIMIT)));
        }
        return limit == null ? USUAL_LIMIT : limit;
    }

    /** A parameter that must be there. */
    static <T> T required(String field, @Nullable T value, List<String> allowed) {
        if (value == null) {
            throw new ProblemException(Problem.field(field, "is missing", allowed));
        }
        return value;
    }

    private static @Nullable Instant moment(String field, @Nullable String text, LocalTime time) {
        return read(
                field,
                text,
                word -> word.indexOf('T') < 0
                        ? LocalDate.parse(word).atTime(time).toInstant(ZoneOffset.UTC)
                        : Instant.parse(word),
                List.of("YYYY-MM-DD", "YYYY-MM-DDThh:mm:ssZ"));
    }

    private static <T> @Nullable T read(
            String field, @Nullable String text, Function<String, T> reader, List<String> allowed) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ProblemException(Problem.field(field, "cannot be '" + text + "'" + why(e, allowed), allowed));
        }
    }

    private static String why(Exception e, List<String> allowed) {
        return allowed.isEmpty() ? ": " + e.getMessage() : "; allowed are " + String.join(", ", allowed);
    }
}
