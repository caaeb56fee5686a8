package org.tocsin.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.figure.Period;
import org.tocsin.notify.Delivery;
import org.tocsin.notify.Destination.Endpoint;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Notices;
import org.tocsin.notify.Notification;
import org.tocsin.notify.Secret;

class WebhookChannelIT {
    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.parse("2023-11-20T10:00:00Z");
    private static final UUID ID = UUID.fromString("7d4d7a8e-0000-4d0c-9d0a-0a5b1f6c7e11");

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> answerHeaders = new ConcurrentHashMap<>();
    private volatile int status = 204;
    private HttpServer receiver;
    private WebhookChannel channel;

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new Received(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    exchange.getRequestHeaders().getFirst("content-type"),
                    new String(body, StandardCharsets.UTF_8)));
            answerHeaders.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
        channel = channel(true);
    }

    @AfterEach
    void close() {
        channel.close();
        receiver.stop(0);
    }

    @Test
    void aReceiverCanCheckWhatItGets() throws Exception {
        Delivery delivery = channel.deliver(notification(Notices.opened()), endpoint("/hook"));

        assertThat(delivery).isEqualTo(new Delivery.Accepted(new Delivery.Reply(204, "HTTP 204")));
        assertThat(received).singleElement().satisfies(call -> {
            assertThat(call.id()).isEqualTo(ID.toString());
            assertThat(call.timestamp()).isEqualTo(String.valueOf(NOW.getEpochSecond()));
            assertThat(call.signature()).isEqualTo("v1," + sign(call));
            assertThat(call.contentType()).startsWith("application/json");
        });
        JsonNode body = new ObjectMapper().readTree(received.get(0).body());
        assertThat(body.fieldNames()).toIterable().containsExactly("type", "timestamp", "data");
        assertThat(body.get("type").asText()).isEqualTo("alert.opened");
        assertThat(body.at("/data/reading/quantity/qualifier").asText()).isEqualTo("more_than");
        assertThat(received.get(0).body()).contains("\"value\":286200");
    }

    @Test
    void aRepeatHasTheSameIdAndBody() {
        channel.deliver(notification(Notices.opened()), endpoint("/hook"));
        channel.deliver(notification(Notices.opened()), endpoint("/hook"));

        assertThat(received).hasSize(2);
        assertThat(received.get(0).id()).isEqualTo(received.get(1).id());
        assertThat(received.get(0).body()).isEqualTo(received.get(1).body());
    }

    @Test
    void nobodyIsFollowedElsewhere() {
        status = 302;
        answerHeaders.put("Location", url("/elsewhere").toString());

        Delivery delivery = channel.deliver(notification(Notices.opened()), endpoint("/hook"));

        assertThat(delivery.outcome()).isEqualTo("deferred");
        assertThat(received).extracting(Received::path).containsExactly("/hook");
    }

    @Test
    void retryAfterComesBackToTheOutbox() {
        status = 429;
        answerHeaders.put("Retry-After", "900");

        assertThat(channel.deliver(notification(Notices.opened()), endpoint("/hook")))
                .isInstanceOfSatisfying(Delivery.Deferred.class, deferred -> {
                    assertThat(deferred.atLeast()).isEqualTo(Duration.ofMinutes(15));
                    assertThat(deferred.reply().status()).isEqualTo(429);
                });
    }

    @Test
    void anEndpointThatAnswersNothingIsLeftAloneForAMinute() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Delivery delivery = channel.deliver(notification(Notices.opened()), at(silent));

            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Deferred.class,
                            deferred -> assertThat(deferred.atLeast()).isEqualTo(Duration.ofSeconds(60)));
        }
    }

    @Test
    void anEndpointThatDripsDoesNotHoldASender() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread drip = new Thread(() -> drip(dripping, ""));
            drip.setDaemon(true);
            drip.start();
            long start = System.nanoTime();

            Delivery delivery = channel.deliver(notification(Notices.opened()), at(dripping));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(delivery.reply().text()).contains("no whole answer within 700 ms");
        }
    }

    @Test
    void aYesCountsThoughItsBodyNeverEnds() throws Exception {
        try (ServerSocket endless = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread drip = new Thread(() -> drip(endless, "HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n"));
            drip.setDaemon(true);
            drip.start();

            assertThat(channel.deliver(notification(Notices.opened()), at(endless))
                            .outcome())
                    .isEqualTo("accepted");
        }
    }

    @Test
    void anEndpointThatIsDownIsTriedAgainSoon() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Delivery delivery =
                channel.deliver(notification(Notices.opened()), endpoint(URI.create("http://127.0.0.1:" + port + "/")));

        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Deferred.class,
                        deferred -> assertThat(deferred.atLeast()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]"})
    void ourOwnNetworkIsClosedUnlessOpened(String host) {
        try (WebhookChannel guarded = channel(false)) {
            URI target =
                    URI.create("http://" + host + ":" + receiver.getAddress().getPort() + "/hook");

            Delivery delivery = guarded.deliver(notification(Notices.opened()), endpoint(target));

            assertThat(delivery.outcome()).isEqualTo("deferred");
            assertThat(delivery.reply().text()).contains("not called");
            assertThat(received).isEmpty();
        }
    }

    @Test
    void aLongHistoryIsCutToWhatAReceiverTakes() {
        Notice notice = Notices.opened();
        List<Notice.SeriesPoint> years = new ArrayList<>();
        for (int day = 0; day < 2000; day++) {
            LocalDate date = LocalDate.of(2018, 1, 1).plusDays(day);
            years.add(new Notice.SeriesPoint(Period.day(date), new BigDecimal(day), null, null, true));
        }
        Notice.Background all = notice.background();
        Notice longer = new Notice(
                notice.alarm(),
                notice.topic(),
                notice.reading(),
                notice.origin(),
                new Notice.Background(all.places(), all.standing(), all.corroborations(), all.told(), years),
                notice.links());

        channel.deliver(notification(longer), endpoint("/hook"));

        assertThat(received.get(0).body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);
        assertThat(received.get(0).body())
                .contains("2023-06-23")
                .contains("Shan (North)")
                .doesNotContain("2018-01-01");
    }

    private record Received(
            String path, String id, String timestamp, String signature, String contentType, String body) {}

    private static WebhookChannel channel(boolean privateNetworks) {
        return new WebhookChannel(
                new WebhookSettings(privateNetworks, Duration.ofMillis(500), Duration.ofMillis(700)), () -> NOW);
    }

    private static Notification notification(Notice notice) {
        return new Notification(ID, ID, NOW.minusSeconds(5), notice);
    }

    private Endpoint endpoint(String path) {
        return endpoint(url(path));
    }

    private static Endpoint endpoint(URI url) {
        return new Endpoint(1, "map", url, List.of(new Secret("whsec_" + KEY)));
    }

    private static Endpoint at(ServerSocket socket) {
        return endpoint(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/hook"));
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + path);
    }

    private static void drip(ServerSocket socket, String head) {
        try (Socket caller = socket.accept();
                OutputStream out = caller.getOutputStream()) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('H');
                out.flush();
                Thread.sleep(100);
            }
        } catch (IOException e) {
            // the caller has hung up, as it should
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As the specification words it, apart from our own code. */
    private static String sign(Received call) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
        String content = call.id() + "." + call.timestamp() + "." + call.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }
}
