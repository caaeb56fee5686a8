package org.tocsin.collect;

/** Says that a source's whole answer could not be had, and what the far end said. */
public final class FetchFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason a word from a closed set, used as a metric label
     * @param detail what happened, without secrets
     */
    public FetchFailedException(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
