package org.tocsin.collect.hxl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hashtag of a column with its attributes, whose order and case do not matter (HXL 1.1).
 *
 * @param name such as {@code #affected}
 */
record Tag(String name, Set<String> attributes) {
    private static final Pattern SHAPE =
            Pattern.compile("#[A-Za-z][_0-9A-Za-z]{0,60}(\\s{0,9}\\+\\s{0,9}[A-Za-z][_0-9A-Za-z]{0,60}){0,30}");

    Tag {
        attributes = Set.copyOf(attributes);
    }

    /** Empty if the cell is no hashtag. */
    static Optional<Tag> of(String cell) {
        String text = cell.strip();
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] parts = text.toLowerCase(Locale.ROOT).replaceAll("\\s", "").split("\\+");
        return Optional.of(new Tag(parts[0], Arrays.stream(parts).skip(1).collect(Collectors.toUnmodifiableSet())));
    }

    boolean is(String other, String... needed) {
        return name.equals(other) && attributes.containsAll(Set.of(needed));
    }

    boolean hasAny(String... words) {
        return Arrays.stream(words).anyMatch(attributes::contains);
    }

    /** Whether it counts unrounded what {@link #rounded} counts rounded. */
    boolean isRaw() {
        return attributes.stream().anyMatch(word -> word.equals("raw") || word.endsWith("_raw"));
    }

    Tag rounded() {
        return new Tag(
                name,
                attributes.stream()
                        .filter(word -> !word.equals("raw"))
                        .map(word -> word.replaceAll("_raw$", ""))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** With the attributes in the order of the alphabet. */
    @Override
    public String toString() {
        return name + new TreeSet<>(attributes).stream().map(word -> "+" + word).collect(Collectors.joining());
    }
}
