package org.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpFetcherIT {
    private final StubServer server = StubServer.start();
    private final FetchCase fetch = FetchCase.usual();

    @AfterEach
    void close() {
        fetch.close();
        server.close();
    }

    @Test
    void anAnswerIsStreamedToTheSinkWithWhatIsNeededToAskAgain() {
        server.on(
                "/plans",
                StubAnswer.ok("[]").with("Content-Type", "application/json").with("ETag", "\"a\""));

        Fetch answer = fetch.fetch(server.uri("/plans"));

        assertThat(answer).asInstanceOf(type(Fetch.Answer.class)).satisfies(it -> {
            assertThat(it.mediaType()).isEqualTo("application/json");
            assertThat(it.validators()).isEqualTo(new Validators("\"a\"", null));
            assertThat(it.bytes()).isEqualTo(2);
        });
        assertThat(fetch.body()).isEqualTo("[]");
        assertThat(fetch.counted("fetched")).isEqualTo(1);
    }

    @Test
    void everyRequestSaysWhoAsksAndCarriesNoCookie() {
        server.on("/a", StubAnswer.ok("a").with("Set-Cookie", "id=1"));

        fetch.fetch(server.uri("/a"));
        fetch.fetch(server.uri("/a"));

        assertThat(server.last().header("User-Agent")).hasValue("Tocsin/test (ops@example.org)");
        assertThat(server.last().header("Cookie")).isEmpty();
    }

    @Test
    void aConnectionIsKeptForTheNextRequest() {
        server.on("/a", StubAnswer.ok("a"));

        fetch.fetch(server.uri("/a"));
        fetch.fetch(server.uri("/a"));

        assertThat(server.received())
                .extracting(StubServer.Received::port)
                .containsOnly(server.last().port());
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void whatIsUnchangedByItsTagIsNotSentAgain() {
        server.on("/a", StubAnswer.ok("a").with("ETag", "W/\"7\""));

        Fetch again = fetch.fetch(FetchRequest.get("fts", server.uri("/a")).unlessStill("W/\"7\"", null));

        assertThat(again).isEqualTo(new Fetch.NotModified(new Validators("W/\"7\"", null)));
        assertThat(fetch.bodies).isEmpty();
    }

    @Test
    void whatIsUnchangedByItsDateIsNotSentAgain() {
        String date = "Fri, 01 Mar 2024 10:00:00 GMT";
        server.on("/a", StubAnswer.ok("a").with("Last-Modified", date));

        Fetch again = fetch.fetch(FetchRequest.get("fts", server.uri("/a")).unlessStill(null, date));

        assertThat(again).isEqualTo(new Fetch.NotModified(new Validators(null, date)));
    }

    @Test
    void aNotModifiedNobodyAskedForIsAFailure() {
        server.on("/a", StubAnswer.status(304));

        assertThat(fetch.fetch(server.uri("/a"))).matches(it -> isFailed(it, Reason.STATUS, 304));
    }

    @Test
    void aTooManyIsObeyedForTheSecondsItNames() {
        server.on("/a", StubAnswer.status(429).with("Retry-After", "37"), StubAnswer.ok("a"));

        assertThat(fetch.fetch(server.uri("/a"))).isInstanceOf(Fetch.Answer.class);
        assertThat(fetch.time.naps()).containsExactly(Duration.ofSeconds(37));
    }

    @Test
    void aTooManyIsObeyedUntilTheDateItNames() {
        String date = "Fri, 01 Mar 2024 12:01:30 GMT";
        server.on("/a", StubAnswer.status(429).with("Retry-After", date), StubAnswer.ok("a"));

        assertThat(fetch.fetch(server.uri("/a"))).isInstanceOf(Fetch.Answer.class);
        assertThat(fetch.time.naps()).containsExactly(Duration.ofSeconds(90));
    }

    @Test
    void aHostThatAsksForMoreThanWeWaitIsLeftAloneByEveryFetch() {
        server.on("/a", StubAnswer.status(503).with("Retry-After", "3600"));

        Fetch first = fetch.fetch(server.uri("/a"));
        Fetch second = fetch.fetch(server.uri("/b"));

        assertThat(first).asInstanceOf(type(Fetch.Failed.class)).satisfies(it -> {
            assertThat(it.status()).isEqualTo(503);
            assertThat(it.atLeast()).isEqualTo(Duration.ofHours(1));
        });
        assertThat(second).matches(it -> isFailed(it, Reason.ASKED_TO_WAIT, 0));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aPassingFailureIsAskedAgainAfterAPause() {
        server.on("/a", StubAnswer.status(503), StubAnswer.status(408), StubAnswer.ok("a"));

        assertThat(fetch.fetch(server.uri("/a"))).isInstanceOf(Fetch.Answer.class);
        assertThat(fetch.time.naps()).hasSize(2).satisfies(naps -> {
            assertThat(naps.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            assertThat(naps.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        });
    }

    @Test
    void itGivesUpAfterSoManyAttemptsAndQuotesTheFarEnd() {
        server.on("/a", StubAnswer.status(502, "bad\n gateway"));

        assertThat(fetch.fetch(server.uri("/a")))
                .isEqualTo(new Fetch.Failed(Reason.STATUS, 502, "status 502 bad gateway", Duration.ZERO));
        assertThat(server.received()).hasSize(3);
        assertThat(fetch.counted("status")).isEqualTo(1);
        assertThat(fetch.meters
                        .counter("tocsin.http.retries", "client", "fts", "reason", "status")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aFinalRefusalIsNotAskedAgain() {
        for (int status : List.of(400, 401, 403, 404, 410, 422)) {
            server.on("/" + status, StubAnswer.status(status));

            assertThat(fetch.fetch(server.uri("/" + status))).matches(it -> isFailed(it, Reason.STATUS, status));
            assertThat(server.received("/" + status)).hasSize(1);
        }
    }

    @Test
    void aSecretThatTheFarEndQuotesStaysOutOfTheDetail() {
        server.on("/a", StubAnswer.status(403, "appname hush-hush is not approved"));

        Fetch refused = fetch.fetch(
                FetchRequest.get("fts", server.uri("/a?appname=hush-hush")).withSecretParameter("appname"));

        assertThat(refused)
                .asInstanceOf(type(Fetch.Failed.class))
                .extracting(Fetch.Failed::detail)
                .isEqualTo("status 403 appname <appname> is not approved");
    }

    @Test
    void anAnswerStillBeingPreparedIsPending() {
        server.on("/a", StubAnswer.status(202, "wait").with("Retry-After", "5"));

        assertThat(fetch.fetch(server.uri("/a"))).isEqualTo(new Fetch.Pending(Duration.ofSeconds(5)));
        assertThat(fetch.bodies).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsAValueAfterAllAttempts() throws IOException {
        URI gone;
        try (ServerSocket closing = new ServerSocket(0)) {
            gone = URI.create("http://127.0.0.1:" + closing.getLocalPort() + "/a");
        }

        assertThat(fetch.fetch(gone)).matches(it -> isFailed(it, Reason.UNREACHABLE, 0));
        assertThat(fetch.time.naps()).hasSize(2);
    }

    @Test
    void aNameThatLeadsNowhereIsUnreachable() {
        assertThat(fetch.fetch(URI.create("http://nowhere.invalid/")))
                .matches(it -> isFailed(it, Reason.UNREACHABLE, 0));
    }

    @Test
    void aQuestionIsPostedAndItsAnswerFetched() {
        server.on("/search", StubAnswer.ok("found"));

        fetch.fetch(FetchRequest.post("fts", server.uri("/search"), "application/json", "{\"q\":\"ñ\"}"));

        assertThat(server.last().method()).isEqualTo("POST");
        assertThat(server.last().body()).isEqualTo("{\"q\":\"ñ\"}");
        assertThat(server.last().header("Content-Type")).hasValue("application/json");
        assertThat(fetch.body()).isEqualTo("found");
    }

    @Test
    void ourOwnTroubleWithABodyIsNotBlamedOnTheServer() {
        server.on("/a", StubAnswer.ok("a"));

        assertThatThrownBy(() -> fetch.fetchInto(server.uri("/a"), mediaType -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("disk full");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        server.on("/a", StubAnswer.status(503));
        HttpSettings settings = FetchCase.settings(HostPolicy.usual(), "5s");
        try (HttpWire wire = HttpWire.of(settings)) {
            Sleeper interrupted = pause -> {
                throw new InterruptedException();
            };
            Fetch result = new HttpFetcher(settings, wire, fetch.time, interrupted, new Random(1), fetch.meters)
                    .fetch(FetchRequest.get("fts", server.uri("/a")), mediaType -> OutputStream.nullOutputStream());

            assertThat(Thread.interrupted()).isTrue();
            assertThat(result).matches(it -> isFailed(it, Reason.INTERRUPTED, 0));
        }
    }

    static boolean isFailed(Fetch fetch, Reason reason, int status) {
        return fetch instanceof Fetch.Failed failed && failed.reason() == reason && failed.status() == status;
    }
}
