package org.tocsin.access;

import java.util.UUID;

/** Says that no key has this id. */
public final class NoSuchKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchKeyException(UUID id) {
        super("no key " + id);
    }
}
