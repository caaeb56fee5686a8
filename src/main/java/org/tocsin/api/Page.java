package org.tocsin.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a list.
 *
 * @param next what to give as {@code cursor} for those after; null if these are the last
 */
record Page<T>(List<T> items, @Nullable String next) implements Answer {
    Page {
        items = List.copyOf(items);
    }

    /** All items of a list that has no pages. */
    static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * The first items of those found.
     *
     * @param found one more than asked for, if there are more
     * @param place where the list goes on after an item
     */
    static <S, T> Page<T> of(List<S> found, int limit, Function<S, Object> place, Function<S, T> answer) {
        List<S> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? cursor(String.valueOf(place.apply(shown.get(limit - 1)))) : null;
        return new Page<>(shown.stream().map(answer).toList(), next);
    }

    /** The place a cursor stands for; null without one. */
    static <P> @Nullable P place(@Nullable String cursor, Function<String, P> reader) {
        return Parameters.read(
                "cursor",
                cursor,
                text -> reader.apply(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)));
    }

    private static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
