package org.tocsin.crisis;

/** Says what a subject's scope means. */
public interface Scopes {
    /**
     * What a subject's scope means now.
     *
     * @param scope {@code crisis:ID} or {@code country:ISO3}
     * @throws NoSuchScopeException if there is no such crisis
     */
    Scoped scoped(String scope);
}
