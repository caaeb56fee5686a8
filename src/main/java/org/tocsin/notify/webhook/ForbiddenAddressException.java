package org.tocsin.notify.webhook;

import java.io.Serial;
import java.net.UnknownHostException;

/** A name that leads to where no webhook may go; says the name, and not what it leads to. */
final class ForbiddenAddressException extends UnknownHostException {
    @Serial
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host) {
        super(host + " is not on the public internet; webhooks.allowPrivateNetworks would permit it");
    }
}
