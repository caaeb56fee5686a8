package org.tocsin.crisis;

/** There is no crisis behind the scope of a subject. */
public final class NoSuchScopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchScopeException(String scope) {
        super("no such scope: " + scope);
    }
}
