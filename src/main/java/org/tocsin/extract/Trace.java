package org.tocsin.extract;

import java.util.List;

/**
 * Why a statement is believed to stand in the text.
 *
 * @param rule name of the pattern that found it, see the {@code *.rules} files
 * @param parts what raised or lowered the confidence, in the order it was weighed
 */
public record Trace(String rule, List<Part> parts) {
    public Trace {
        parts = List.copyOf(parts);
    }

    /** The product of all parts, from 0 to 1. */
    public double confidence() {
        return parts.stream().mapToDouble(Part::factor).reduce(1, (left, right) -> left * right);
    }

    /** One reason, and by what it multiplies the confidence. */
    public record Part(String reason, double factor) {
        public Part {
            if (!(factor > 0 && factor <= 1)) {
                throw new IllegalArgumentException("factor of " + reason + " is not within 0 and 1: " + factor);
            }
        }
    }
}
