package org.tocsin.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/** Reads the header that says how long to stay away, in seconds or as a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {
    /** Ten digits of seconds are three centuries; more would overflow a clock. */
    private static final int MOST_DIGITS = 10;

    private RetryAfter() {}

    /** Zero where the header is absent, past or unreadable. */
    public static Duration of(Exchange.Reply reply, Instant now) {
        return reply.header("Retry-After")
                .map(String::strip)
                .flatMap(value -> read(value, now))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> read(String value, Instant now) {
        if (value.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(value)).map(date -> Duration.between(now, date));
    }
}
