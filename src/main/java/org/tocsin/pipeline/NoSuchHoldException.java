package org.tocsin.pipeline;

/** Says that a held figure was asked for that does not wait. */
public final class NoSuchHoldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchHoldException(long id) {
        super("no figure waits as hold " + id);
    }
}
