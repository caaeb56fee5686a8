package org.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyLimitsIT {
    private static final int ALLOWED = 64 * 1024;

    private final StubServer server = StubServer.start();
    private final FetchCase fetch = FetchCase.usual();

    @AfterEach
    void close() {
        fetch.close();
        server.close();
    }

    @Test
    void aBodyOfExactlyTheLimitIsTaken() {
        server.on("/a", StubAnswer.ok("x".repeat(ALLOWED)).chunked());

        assertThat(fetch.fetch(server.uri("/a"))).isInstanceOf(Fetch.Answer.class);
        assertThat(fetch.body()).hasSize(ALLOWED);
    }

    @Test
    void aBodyAnnouncedAsTooLargeIsNotEvenOpened() {
        server.on("/a", StubAnswer.ok("x".repeat(ALLOWED + 1)));

        assertFailed("/a", Reason.TOO_LARGE);
        assertThat(fetch.bodies).isEmpty();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aBodyWithoutEndIsCutAndNotReadOn() {
        server.on("/a", StubAnswer.ok("x".repeat(1000)).endless());

        assertFailed("/a", Reason.TOO_LARGE);
        assertThat(fetch.body().length()).isLessThanOrEqualTo(ALLOWED);
    }

    @Test
    void aCompressionBombIsCountedAsItUnfolds() {
        server.on("/a", StubAnswer.bytes(new byte[50_000_000]).gzip());

        assertFailed("/a", Reason.TOO_LARGE);
        assertThat(fetch.body().length()).isLessThanOrEqualTo(ALLOWED);
    }

    @Test
    void emptyGzipMembersWithoutEndAreNotFollowed() {
        byte[] members = repeated(gzip(""), 100);
        server.on(
                "/a", StubAnswer.bytes(members).with("Content-Encoding", "gzip").endless());

        assertFailed("/a", Reason.BAD_ENCODING);
    }

    @Test
    void gzipIsUnfoldedAllItsMembersIncluded() {
        byte[] both = concat(gzip("first "), gzip("second"));
        server.on("/a", StubAnswer.bytes(both).with("Content-Encoding", "gzip").dripping(Duration.ofMillis(1)));

        fetch.fetch(server.uri("/a"));

        assertThat(server.last().header("Accept-Encoding")).hasValue("gzip, deflate");
        assertThat(fetch.body()).isEqualTo("first second");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deflateIsUnfoldedWithItsWrapperAndWithout(boolean bare) {
        server.on("/a", StubAnswer.bytes(deflate("some text", bare)).with("Content-Encoding", "deflate"));

        fetch.fetch(server.uri("/a"));

        assertThat(fetch.body()).isEqualTo("some text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "gzip"})
    void aCodingThatIsNotWhatItSaysIsAFailure(String coding) {
        server.on("/a", StubAnswer.ok("plain text").with("Content-Encoding", coding));

        assertFailed("/a", Reason.BAD_ENCODING);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void halfAGzipStreamSentAsIfWholeIsAFailure() {
        byte[] whole = gzip("some text that is long enough to be cut in half");
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        server.on("/a", StubAnswer.bytes(half).with("Content-Encoding", "gzip"));

        assertFailed("/a", Reason.BAD_ENCODING);
    }

    @Test
    void aBodyShorterThanAnnouncedIsAFailureAndAskedForAgain() {
        server.on("/a", StubAnswer.ok("half").cutOff(), StubAnswer.ok("whole"));

        assertThat(fetch.fetch(server.uri("/a"))).isInstanceOf(Fetch.Answer.class);
        assertThat(fetch.bodies).hasSize(2);
        assertThat(fetch.body()).isEqualTo("whole");
    }

    @Test
    void aBodyAlwaysShorterThanAnnouncedIsNeverASuccess() {
        server.on("/a", StubAnswer.ok("half").cutOff());

        assertFailed("/a", Reason.TRUNCATED);
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void aGzipBodyWholeInItselfButShorterThanAnnouncedIsAFailure() {
        server.on(
                "/a",
                StubAnswer.bytes(gzip("half")).with("Content-Encoding", "gzip").cutOff());

        assertFailed("/a", Reason.TRUNCATED);
    }

    @Test
    void aBodyThatDripsBeyondTheTotalTimeIsCut() {
        server.on("/a", StubAnswer.ok("x".repeat(1000)).dripping(Duration.ofMillis(20)));

        try (FetchCase hasty = FetchCase.within("200ms")) {
            long start = System.nanoTime();
            Fetch result = hasty.fetch(server.uri("/a"));

            assertThat(result).matches(it -> HttpFetcherIT.isFailed(it, Reason.TIMED_OUT, 0));
            assertThat(hasty.bodies)
                    .hasSize(3)
                    .allSatisfy(body -> assertThat(body.size()).isPositive());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aServerThatAcceptsAndStaysSilentTimesOut() {
        server.on("/a", StubAnswer.ok("late").after(Duration.ofSeconds(20)));

        try (FetchCase hasty = FetchCase.within("100ms")) {
            assertThat(hasty.fetch(server.uri("/a"))).matches(it -> HttpFetcherIT.isFailed(it, Reason.TIMED_OUT, 0));
        }
    }

    private void assertFailed(String path, Reason reason) {
        assertThat(fetch.fetch(server.uri(path))).matches(it -> HttpFetcherIT.isFailed(it, reason, 0), reason.name());
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(String text, boolean bare) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, bare))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static byte[] repeated(byte[] part, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
