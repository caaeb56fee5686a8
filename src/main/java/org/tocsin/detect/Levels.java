package org.tocsin.detect;

import java.math.BigDecimal;
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

    /** Every parameter lies above 0 and below 1. */
    static Map<Level, BigDecimal> shares(String name, Map<Level, BigDecimal> scale) {
        if (scale.values().stream().anyMatch(share -> share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0)) {
            throw new IllegalArgumentException(name + ": must be above 0 and below 1: " + scale);
        }
        return scale;
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
