package org.tocsin.notify.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.notify.Delivery;

/**
 * What an endpoint answered.
 *
 * @param retryAfter the header as it came
 */
record Answer(int status, String reason, @Nullable String retryAfter) {
    private static final Duration COOL_DOWN = Duration.ofSeconds(60);

    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Of the answers that blame the caller, those that do not mean us. */
    private static final Set<Integer> EXPECTED = Set.of(REQUEST_TIMEOUT, GONE, TOO_EARLY, TOO_MANY_REQUESTS);

    Delivery delivery(Instant now) {
        Delivery.Reply reply = new Delivery.Reply(status, ("HTTP " + status + " " + reason).strip());
        if (status / 100 == 2) {
            return new Delivery.Accepted(reply);
        }
        if (status == GONE) {
            return new Delivery.Gone(reply);
        }
        return new Delivery.Deferred(reply, wait(now));
    }

    /** Whether the owner of the endpoint must do something about it. */
    boolean blamesUs() {
        return (status / 100 == 3 || status / 100 == 4) && !EXPECTED.contains(status);
    }

    private Duration wait(Instant now) {
        Duration asked = asked(now);
        boolean busy = status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT;
        return busy && asked.compareTo(COOL_DOWN) < 0 ? COOL_DOWN : asked;
    }

    /** RFC 9110, section 10.2.3: seconds or a date. What cannot be read asks for nothing. */
    private Duration asked(Instant now) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        if (retryAfter.matches("[0-9]+")) {
            return retryAfter.length() > 6 ? Delivery.LONGEST_WAIT : Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            Instant until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
