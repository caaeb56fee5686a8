package org.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HostPolicyIT {
    private final StubServer server = StubServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aHostThatKeepsFailingIsLeftAloneThenTriedOnceThenTrusted() {
        server.on("/a", StubAnswer.status(500), StubAnswer.status(500), StubAnswer.ok("well again"));
        try (FetchCase fetch = FetchCase.with(new HostPolicy(Duration.seconds(0), 2, Duration.minutes(5)))) {
            Fetch first = fetch.fetch(server.uri("/a"));
            Fetch second = fetch.fetch(server.uri("/a"));

            assertThat(first).matches(it -> HttpFetcherIT.isFailed(it, Reason.STATUS, 500));
            assertThat(second).matches(it -> HttpFetcherIT.isFailed(it, Reason.BREAKER_OPEN, 0));
            assertThat(server.received()).hasSize(2);

            fetch.time.pass(java.time.Duration.ofMinutes(5));
            assertThat(fetch.fetch(server.uri("/a"))).isInstanceOf(Fetch.Answer.class);
            assertThat(fetch.fetch(server.uri("/a"))).isInstanceOf(Fetch.Answer.class);
        }
    }

    @Test
    void redirectsKeepTheDistanceToo() {
        server.on("/a", StubAnswer.redirect("/b"));
        server.on("/b", StubAnswer.ok("b"));
        try (FetchCase fetch = FetchCase.with(new HostPolicy(Duration.seconds(2), 5, Duration.minutes(5)))) {
            fetch.fetch(server.uri("/a"));
            fetch.fetch(server.uri("/b"));

            assertThat(fetch.time.naps())
                    .containsExactly(java.time.Duration.ofSeconds(2), java.time.Duration.ofSeconds(2));
        }
    }
}
