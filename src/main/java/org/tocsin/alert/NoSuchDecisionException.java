package org.tocsin.alert;

import java.util.UUID;

/** Says that a decision was asked for that never was made. */
public final class NoSuchDecisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchDecisionException(UUID id) {
        super("no decision " + id);
    }
}
