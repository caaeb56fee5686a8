package org.tocsin.http;

import static java.util.Objects.requireNonNullElse;

import io.dropwizard.util.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Says how often, and after which pauses, a failed request is sent again.
 *
 * @param attempts at most, the first included
 * @param firstPause before the second attempt; doubles from then on
 * @param longestPause where doubling ends
 * @param longestWait the most we wait because a host asks for it; beyond, the fetch gives up and says how long to stay away
 */
public record RetryPolicy(Integer attempts, Duration firstPause, Duration longestPause, Duration longestWait) {
    // Jackson hands null for a key that is left out.
    public RetryPolicy(
            @Nullable Integer attempts,
            @Nullable Duration firstPause,
            @Nullable Duration longestPause,
            @Nullable Duration longestWait) {
        this.attempts = requireNonNullElse(attempts, 4);
        this.firstPause = requireNonNullElse(firstPause, Duration.seconds(1));
        this.longestPause = requireNonNullElse(longestPause, Duration.seconds(30));
        this.longestWait = requireNonNullElse(longestWait, Duration.minutes(2));
        if (this.attempts < 1) {
            throw new IllegalArgumentException("retry.attempts is less than 1: " + attempts);
        }
    }

    /** The settings nobody gave. */
    public static RetryPolicy usual() {
        return new RetryPolicy(null, null, null, null);
    }

    /** Between half and all of first pause * 2^(failed - 1), so that many clients do not come back together. */
    java.time.Duration pause(int failed, RandomGenerator random) {
        long most = longestPause.toMilliseconds();
        int doublings = Math.min(failed - 1, 30);
        long whole = Math.min(most, firstPause.toMilliseconds() << doublings);
        return java.time.Duration.ofMillis(Math.round(whole * (0.5 + random.nextDouble() / 2)));
    }
}
