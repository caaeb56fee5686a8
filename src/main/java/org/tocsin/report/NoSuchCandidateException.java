package org.tocsin.report;

/** Says that there is no candidate of that id. */
public final class NoSuchCandidateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchCandidateException(String message) {
        super(message);
    }
}
