package org.tocsin.crisis;

/** There is no crisis or country behind the scope that is named. */
public final class NoSuchScopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchScopeException(String scope) {
        super("no such scope: " + scope);
    }
}
