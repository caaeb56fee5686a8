package org.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.util.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryTest {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | 120",
                "0 | 0",
                "Fri, 01 Mar 2024 12:00:30 GMT | 30",
                "Friday, 01-Mar-24 12:00:30 GMT | 30",
                "Fri, 01 Mar 2024 11:00:00 GMT | 0",
                "soon | 0",
                "-5 | 0",
                "99999999999999999999 | 0"
            })
    void theWaitAskedForIsReadInSecondsOrAsADate(String header, long seconds) {
        Exchange.Reply reply = new Exchange.Reply(429, Map.of("retry-after", header), 0, "");

        assertThat(RetryAfter.of(reply, NOON)).hasSeconds(seconds);
    }

    @Test
    void pausesDoubleUpToTheLongestAndScatter() {
        RetryPolicy policy = new RetryPolicy(9, Duration.seconds(1), Duration.seconds(5), Duration.minutes(1));
        Random random = new Random(3);

        assertThat(policy.pause(1, random).toMillis()).isBetween(500L, 1000L);
        assertThat(policy.pause(3, random).toMillis()).isBetween(2000L, 4000L);
        assertThat(policy.pause(40, random).toMillis()).isBetween(2500L, 5000L);
        assertThat(policy.pause(1, random)).isNotEqualTo(policy.pause(1, random));
    }
}
