package org.tocsin.http;

import java.net.UnknownHostException;

/** A host's name leads to an address that the rule forbids; an UnknownHostException because a resolver may throw no other. */
final class RefusedAddressException extends UnknownHostException {
    RefusedAddressException(String message) {
        super(message);
    }
}
