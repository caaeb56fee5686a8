package org.tocsin.alert;

import org.jspecify.annotations.Nullable;

/**
 * Which decisions are listed; what is absent does not matter.
 *
 * @param fired whether the rule found something, told or not
 * @param rule id of the rule
 * @param scope {@code crisis:ID} or {@code country:ISO3}
 */
public record DecisionFilter(
        @Nullable Boolean fired,
        @Nullable String rule,
        @Nullable String scope) {
    public static final DecisionFilter ALL = new DecisionFilter(null, null, null);
}
