package org.tocsin.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Names what the client library throws. */
final class Breakage {
    private Breakage() {}

    static Exchange.Broken of(IOException e) {
        String kind = e instanceof BrokenExchangeException ? "" : e.getClass().getSimpleName() + ": ";
        return new Exchange.Broken(reason(e), OneLine.of(kind + e.getMessage()));
    }

    private static Reason reason(IOException e) {
        if (e instanceof BrokenExchangeException broken) {
            return broken.reason();
        }
        if (e instanceof RefusedAddressException) {
            return Reason.ADDRESS_REFUSED;
        }
        if (e instanceof SocketTimeoutException || e instanceof ConnectionRequestTimeoutException) {
            return Reason.TIMED_OUT;
        }
        if (e instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            return Reason.INTERRUPTED;
        }
        if (e instanceof SSLException) {
            return Reason.TLS;
        }
        boolean unintelligible = e instanceof ClientProtocolException || e instanceof MessageConstraintException;
        return unintelligible ? Reason.BAD_ANSWER : Reason.UNREACHABLE;
    }
}
