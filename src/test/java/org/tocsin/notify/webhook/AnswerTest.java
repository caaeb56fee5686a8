package org.tocsin.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.http.Exchange;
import org.tocsin.notify.Delivery;

class AnswerTest {
    private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "200, accepted, false",
        "204, accepted, false",
        "301, deferred, true",
        "400, deferred, true",
        "401, deferred, true",
        "404, deferred, true",
        "408, deferred, false",
        "410, gone,     false",
        "425, deferred, false",
        "429, deferred, false",
        "500, deferred, false",
        "503, deferred, false",
    })
    void theStatusDecides(int status, String outcome, boolean blamesUs) {
        Answer answer = answer(status, null);

        assertThat(answer.delivery(NOW).outcome()).isEqualTo(outcome);
        assertThat(answer.blamesUs()).isEqualTo(blamesUs);
    }

    @ParameterizedTest
    @CsvSource({
        "429, ,                                PT60S",
        "429, 5,                               PT60S",
        "429, 120,                             PT2M",
        "408, ,                                PT60S",
        "503, ,                                PT0S",
        "503, 7,                               PT7S",
        "503, 'Wed, 01 May 2024 13:00:00 GMT', PT1H",
        "503, 'Wed, 01 May 2024 11:00:00 GMT', PT0S",
        "503, 99999999,                        PT24H",
        "503, 172800,                          PT24H",
        "503, soon,                            PT0S",
        "503, -5,                              PT0S",
    })
    void retryAfterIsObeyedUpToADay(int status, @Nullable String retryAfter, Duration wait) {
        Delivery delivery = answer(status, retryAfter).delivery(NOW);

        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Deferred.class,
                        deferred -> assertThat(deferred.atLeast()).isEqualTo(wait));
    }

    @Test
    void theDeliveryLogKeepsWhatTheEndpointSaid() {
        Exchange.Reply reply = new Exchange.Reply(422, Map.of(), 0, "no such channel");

        assertThat(new Answer(reply).delivery(NOW).reply().text()).isEqualTo("HTTP 422 no such channel");
    }

    private static Answer answer(int status, @Nullable String retryAfter) {
        Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter);
        return new Answer(new Exchange.Reply(status, headers, 0, ""));
    }
}
