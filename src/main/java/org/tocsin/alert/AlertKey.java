package org.tocsin.alert;

import org.jspecify.annotations.Nullable;

/**
 * What an alert is one episode of; at most one episode of a key is open.
 *
 * @param rule id of the rule
 * @param scope {@code crisis:ID} or {@code country:ISO3}
 * @param population code
 * @param cause code
 */
public record AlertKey(
        String rule,
        String scope,
        String population,
        String cause,
        @Nullable String appeal) {}
