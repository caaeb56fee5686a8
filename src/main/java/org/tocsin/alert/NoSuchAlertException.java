package org.tocsin.alert;

import java.util.UUID;

/** Says that an alert was asked for that never was. */
public final class NoSuchAlertException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchAlertException(UUID id) {
        super("no alert " + id);
    }
}
