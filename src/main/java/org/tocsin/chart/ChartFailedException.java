package org.tocsin.chart;

import java.io.Serial;

/** Tells the sender of a mail that no picture could be drawn here, so that the mail goes without one and is counted. */
public final class ChartFailedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    ChartFailedException(Throwable cause) {
        super("chart not drawn: " + cause, cause);
    }
}
