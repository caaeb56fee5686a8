package org.tocsin.detect;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The severity scale of a detector: one parameter per level, a louder level never easier to reach. */
final class Levels {
    private Levels() {}

    static <N extends Comparable<N>> Map<Level, N> rising(String name, Map<Level, N> scale) {
        return checked(name, scale, 1, "higher");
    }

    static <N extends Comparable<N>> Map<Level, N> falling(String name, Map<Level, N> scale) {
        return checked(name, scale, -1, "lower");
    }

    /** The loudest level whose parameter passes. */
    static <N> Optional<Level> loudest(Map<Level, N> scale, Predicate<N> holds) {
        return scale.entrySet().stream()
                .filter(entry -> holds.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .max(Level::compareTo);
    }

    /** The parameter of the quietest level: what had to be reached for anything to fire. */
    static <N> N least(Map<Level, N> scale) {
        return scale.values().iterator().next();
    }

    private static <N extends Comparable<N>> Map<Level, N> checked(
            String name, Map<Level, N> scale, int sign, String word) {
        if (scale.isEmpty()) {
            throw new IllegalArgumentException(name + ": names no level");
        }
        TreeMap<Level, N> sorted = new TreeMap<>(scale);
        N before = null;
        for (N parameter : sorted.values()) {
            if (before != null && Integer.signum(parameter.compareTo(before)) != sign) {
                throw new IllegalArgumentException(name + ": a louder level must be " + word + ": " + sorted);
            }
            before = parameter;
        }
        return Collections.unmodifiableMap(sorted);
    }
}
