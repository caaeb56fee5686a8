package org.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpWireIT {
    private static final Duration SECONDS = Duration.ofSeconds(5);

    @Test
    void anExchangeTellsStatusAndExcerptAndFollowsNothing() {
        try (StubServer server = StubServer.start();
                HttpWire wire = wire(AddressRule.ANY)) {
            server.on("/hook", StubAnswer.redirect("/elsewhere"));

            Exchange exchange = wire.exchange(new Call("POST", server.uri("/hook"), Map.of(), "{}"), SECONDS);

            assertThat(exchange).matches(it -> it instanceof Exchange.Reply reply && reply.status() == 302);
            assertThat(server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]"})
    void anAddressThatMustNotBeCalledIsNotCalledHoweverItIsWritten(String host) throws IOException {
        try (ServerSocket listening = new ServerSocket(0);
                HttpWire wire = wire(address -> !address.isLoopbackAddress())) {
            URI uri = URI.create("http://" + host + ":" + listening.getLocalPort() + "/");

            Exchange exchange = wire.exchange(new Call("POST", uri, Map.of(), "{}"), SECONDS);

            assertThat(exchange).matches(it -> isBroken(it, Reason.ADDRESS_REFUSED));
        }
    }

    @Test
    void whatIsNotHttpIsABadAnswer() throws IOException {
        assertThat(answeredWith("220 mail.example.org ESMTP\r\n".repeat(50)))
                .matches(it -> isBroken(it, Reason.BAD_ANSWER));
    }

    @Test
    void aServerThatHangsUpWithoutAWordIsUnreachable() throws IOException {
        assertThat(answeredWith("")).matches(it -> isBroken(it, Reason.UNREACHABLE));
    }

    @Test
    void aServerWithoutTlsIsNotSpokenToInTheClear() throws IOException {
        assertThat(answeredWith("https", "HTTP/1.1 400 Bad Request\r\n\r\n")).matches(it -> isBroken(it, Reason.TLS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aServerThatAcceptsAndSaysNothingEndsWithTheTimeGiven(String scheme) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                HttpWire wire = wire(AddressRule.ANY)) {
            URI uri = URI.create(scheme + "://127.0.0.1:" + silent.getLocalPort() + "/");
            long start = System.nanoTime();

            assertThat(wire.exchange(get(uri), Duration.ofMillis(200))).matches(it -> isBroken(it, Reason.TIMED_OUT));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
        }
    }

    @Test
    void aClosedWireSaysSo() {
        HttpWire wire = wire(AddressRule.ANY);
        wire.close();

        assertThat(wire.exchange(get(URI.create("http://127.0.0.1:1/")), SECONDS))
                .matches(it -> isBroken(it, Reason.INTERRUPTED));
    }

    @Test
    void aHeadWithoutEndIsCut() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n";

        assertThat(answeredWith(head)).matches(it -> isBroken(it, Reason.BAD_ANSWER));
    }

    private static Exchange answeredWith(String raw) throws IOException {
        return answeredWith("http", raw);
    }

    private static Exchange answeredWith(String scheme, String raw) throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpWire wire = wire(AddressRule.ANY)) {
            Thread server = new Thread(() -> answer(listening, raw));
            server.start();
            URI uri = URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort() + "/");
            return wire.exchange(get(uri), SECONDS);
        }
    }

    private static void answer(ServerSocket listening, String raw) {
        try (Socket socket = listening.accept();
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            in.read(new byte[1024]);
            out.write(raw.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            in.read();
        } catch (IOException hungUp) {
            // The client went away, which is what the test is about.
        }
    }

    private static boolean isBroken(Exchange exchange, Reason reason) {
        return exchange instanceof Exchange.Broken broken && broken.reason() == reason;
    }

    private static Call get(URI uri) {
        return new Call("GET", uri, Map.of(), null);
    }

    private static HttpWire wire(AddressRule rule) {
        return new HttpWire("Tocsin/test (ops@example.org)", Duration.ofSeconds(2), 2, rule);
    }
}
