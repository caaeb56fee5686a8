package org.tocsin.notify.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.tocsin.http.Exchange;
import org.tocsin.http.RetryAfter;
import org.tocsin.notify.Delivery;

/** What an endpoint answered, and what that means for the message. */
record Answer(Exchange.Reply reply) {
    private static final Duration COOL_DOWN = Duration.ofSeconds(60);

    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Of the answers that blame the caller, those that do not mean us. */
    private static final Set<Integer> EXPECTED = Set.of(REQUEST_TIMEOUT, GONE, TOO_EARLY, TOO_MANY_REQUESTS);

    Delivery delivery(Instant now) {
        Delivery.Reply said = new Delivery.Reply(status(), ("HTTP " + status() + " " + reply.excerpt()).strip());
        if (status() / 100 == 2) {
            return new Delivery.Accepted(said);
        }
        if (status() == GONE) {
            return new Delivery.Gone(said);
        }
        return new Delivery.Deferred(said, wait(now));
    }

    /** Whether the owner of the endpoint must do something about it. */
    boolean blamesUs() {
        return (status() / 100 == 3 || status() / 100 == 4) && !EXPECTED.contains(status());
    }

    int status() {
        return reply.status();
    }

    private Duration wait(Instant now) {
        Duration asked = RetryAfter.of(reply, now);
        boolean busy = status() == TOO_MANY_REQUESTS || status() == REQUEST_TIMEOUT;
        return busy && asked.compareTo(COOL_DOWN) < 0 ? COOL_DOWN : asked;
    }
}
