package org.tocsin.detect;

import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Line;

/**
 * What is judged: one line of one source within one scope.
 *
 * @param scope {@code crisis:ID} or {@code country:ISO3}
 * @param origin for people who crossed a border, where they came from
 */
public record Subject(
        String scope, int scopeVersion, Line line, @Nullable String origin) {}
