package org.tocsin.collect;

/** There is no such run, or nothing of it that could be read. */
public final class NoSuchRunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoSuchRunException(String message) {
        super(message);
    }
}
