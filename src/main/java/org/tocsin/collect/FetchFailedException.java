package org.tocsin.collect;

/** Says that a source's whole answer could not be had, and what the far end said. */
public final class FetchFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int status;

    /**
     * @param reason a word from a closed set, used as a metric label
     * @param detail what happened, without secrets
     */
    public FetchFailedException(String reason, String detail) {
        this(reason, 0, detail);
    }

    /**
     * @param reason a word from a closed set, used as a metric label
     * @param status of the HTTP answer, 0 where there was none
     * @param detail what happened, without secrets
     */
    public FetchFailedException(String reason, int status, String detail) {
        super(detail);
        this.reason = reason;
        this.status = status;
    }

    public String reason() {
        return reason;
    }

    /** Status of the last HTTP answer, 0 where there was none. */
    public int status() {
        return status;
    }
}
