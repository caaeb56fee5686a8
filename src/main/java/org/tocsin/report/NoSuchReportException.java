package org.tocsin.report;

/** Says that there is no report of that id. */
public final class NoSuchReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchReportException(String message) {
        super(message);
    }
}
