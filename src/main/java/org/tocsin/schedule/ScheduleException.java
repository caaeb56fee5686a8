package org.tocsin.schedule;

/** Says that the clock could not do what was asked of it, mostly because its database does not answer. */
public final class ScheduleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScheduleException(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
