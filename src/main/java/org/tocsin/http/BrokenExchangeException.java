package org.tocsin.http;

import java.io.IOException;

/** Carries a named reason out of the streams of an answer; becomes {@link Exchange.Broken} before anybody else sees it. */
final class BrokenExchangeException extends IOException {
    private final Reason reason;

    BrokenExchangeException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
