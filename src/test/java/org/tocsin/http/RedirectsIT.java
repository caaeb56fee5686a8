package org.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RedirectsIT {
    private final StubServer server = StubServer.start();
    private final StubServer other = StubServer.start();
    private final FetchCase fetch = FetchCase.usual();

    @AfterEach
    void close() {
        fetch.close();
        server.close();
        other.close();
    }

    @Test
    void aRedirectOnTheSameHostIsFollowedWithItsSecrets() {
        server.on("/b", StubAnswer.redirect(308, "/a"));
        server.on(
                "/a",
                request -> request.uri().getQuery() == null
                        ? StubAnswer.redirect("?page=2&key=hush1")
                        : StubAnswer.ok("there"));

        Fetch answer = fetch.fetch(secretive(server.uri("/b?key=hush1")));

        assertThat(answer)
                .asInstanceOf(type(Fetch.Answer.class))
                .extracting(Fetch.Answer::answeredBy)
                .isEqualTo(server.uri("/a") + "?page=2&key=<key>");
        assertThat(server.last().header("X-Api-Key")).hasValue("hush2");
    }

    @Test
    void anotherHostIsRefusedUnlessAllowed() {
        other.on("/b", StubAnswer.ok("there"));
        server.on("/a", StubAnswer.redirect(other.uri("/b").toString()));
        FetchRequest request = FetchRequest.get("fts", server.uri("/a"));

        assertRefused(request, Reason.BAD_REDIRECT);
        assertThat(other.received()).isEmpty();

        assertThat(fetch.fetch(request.allowing(other.authority()))).isInstanceOf(Fetch.Answer.class);
    }

    @Test
    void theSameServerByAnotherNameIsAnotherHost() {
        server.on("/a", StubAnswer.redirect(server.uriByName("/b").toString()));

        assertRefused(FetchRequest.get("fts", server.uri("/a")), Reason.BAD_REDIRECT);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void anotherHostGetsNoSecret() {
        other.on("/b", StubAnswer.ok("there"));
        server.on("/a", StubAnswer.redirect(other.uri("/b?x=1&key=hush1").toString()));

        Fetch answer = fetch.fetch(secretive(server.uri("/a?key=hush1"))
                .allowing(other.authority())
                .withHeader("X-Lang", "fr"));

        assertThat(answer).isInstanceOf(Fetch.Answer.class);
        assertThat(server.last().header("X-Api-Key")).hasValue("hush2");
        assertThat(other.last().uri()).isEqualTo(URI.create("/b?x=1"));
        assertThat(other.last().header("X-Api-Key")).isEmpty();
        assertThat(other.last().header("Authorization")).isEmpty();
        assertThat(other.last().header("X-Lang")).hasValue("fr");
    }

    @Test
    void aSecretHiddenElsewhereInTheTargetIsNotCarriedAway() {
        server.on("/a", StubAnswer.redirect(other.uri("/login/hush1").toString()));

        assertRefused(secretive(server.uri("/a?key=hush1")).allowing(other.authority()), Reason.BAD_REDIRECT);
        assertThat(other.received()).isEmpty();
    }

    @Test
    void anotherSchemeIsRefusedEvenOnTheSameHost() {
        for (String target : new String[] {"https://" + server.authority() + "/b", "file:///etc/passwd", "ftp://x/"}) {
            server.on("/a", StubAnswer.redirect(target));

            assertRefused(FetchRequest.get("fts", server.uri("/a")), Reason.BAD_REDIRECT);
        }
    }

    @Test
    void aRedirectBackIsALoop() {
        server.on("/a", StubAnswer.redirect("/b"));
        server.on("/b", StubAnswer.redirect("/a"));

        assertRefused(FetchRequest.get("fts", server.uri("/a")), Reason.REDIRECT_LOOP);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void fiveRedirectsAreFollowedAndNotSix() {
        for (int i = 0; i < 6; i++) {
            server.on("/" + i, StubAnswer.redirect("/" + (i + 1)));
        }
        server.on("/6", StubAnswer.ok("there"));

        assertThat(fetch.fetch(server.uri("/1"))).isInstanceOf(Fetch.Answer.class);
        assertRefused(FetchRequest.get("fts", server.uri("/0")), Reason.BAD_REDIRECT);
    }

    @Test
    void aRedirectToNowhereIsRefused() {
        server.on("/a", StubAnswer.status(302));
        server.on("/b", StubAnswer.redirect("http://[broken"));

        assertRefused(FetchRequest.get("fts", server.uri("/a")), Reason.BAD_REDIRECT);
        assertRefused(FetchRequest.get("fts", server.uri("/b")), Reason.BAD_REDIRECT);
    }

    @Test
    void aQuestionIsAskedAgainOrItsAnswerFetchedAsTheStatusSays() {
        server.on("/see", StubAnswer.redirect(303, "/answer"));
        server.on("/moved", StubAnswer.redirect(307, "/answer"));
        server.on("/answer", StubAnswer.ok("there"));

        fetch.fetch(FetchRequest.post("fts", server.uri("/see"), "text/plain", "q"));
        assertThat(server.last().method()).isEqualTo("GET");
        assertThat(server.last().header("Content-Type")).isEmpty();

        fetch.fetch(FetchRequest.post("fts", server.uri("/moved"), "text/plain", "q"));
        assertThat(server.last().method()).isEqualTo("POST");
        assertThat(server.last().body()).isEqualTo("q");
    }

    @Test
    void aBodyIsNotCarriedToAnotherHost() {
        server.on("/a", StubAnswer.redirect(307, other.uri("/b").toString()));

        FetchRequest post = FetchRequest.post("fts", server.uri("/a"), "text/plain", "password=x");
        assertRefused(post.allowing(other.authority()), Reason.BAD_REDIRECT);
        assertThat(other.received()).isEmpty();
    }

    private static FetchRequest secretive(URI uri) {
        return FetchRequest.get("fts", uri)
                .withSecretParameter("key")
                .withSecretHeader("X-Api-Key", "hush2")
                .withHeader("Authorization", "Bearer hush3");
    }

    private void assertRefused(FetchRequest request, Reason reason) {
        assertThat(fetch.fetch(request))
                .matches(
                        it -> HttpFetcherIT.isFailed(it, reason, 302) || HttpFetcherIT.isFailed(it, reason, 307),
                        reason.name());
    }
}
