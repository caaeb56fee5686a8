package org.tocsin.pipeline;

/** Says that a confirmed figure could not be merged; nothing was decided. */
public final class ReviewFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReviewFailedException(String message) {
        super(message);
    }
}
