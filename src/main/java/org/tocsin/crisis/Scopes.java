package org.tocsin.crisis;

/** Says what a subject's scope means. */
public interface Scopes {
    /**
     * What a subject's scope means now.
     *
     * @param scope {@code crisis:ID} or {@code country:ISO3}
     */
    Scoped scoped(String scope);
}
