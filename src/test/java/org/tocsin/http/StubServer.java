package org.tocsin.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A real HTTP server for tests, on 127.0.0.1 and a free port: answers by path, remembers what it was asked, and misbehaves on request.
 *
 * <p>A path without an answer gives 404. A 200 with an ETag or a Last-Modified gives 304 to whoever asks with it.
 */
public final class StubServer implements AutoCloseable {
    /**
     * What was asked.
     *
     * @param headers first value of each, names in lower case
     * @param port the client's own: equal for two requests over one connection
     */
    public record Received(String method, URI uri, Map<String, String> headers, String body, int port) {
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stub-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Function<Received, StubAnswer>> routes = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private StubServer(HttpServer server) {
        this.server = server;
    }

    public static StubServer start() {
        try {
            InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            StubServer stub = new StubServer(HttpServer.create(free, 0));
            stub.server.createContext("/", stub::serve);
            stub.server.setExecutor(stub.threads);
            stub.server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code http://127.0.0.1:port} and this path, which may have a query. */
    public URI uri(String path) {
        return URI.create("http://" + authority() + path);
    }

    /** The same server by another name, so another host to a client. */
    public URI uriByName(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    public String authority() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** One answer after the other; the last stays. */
    public StubServer on(String path, StubAnswer... answers) {
        Deque<StubAnswer> left = new ArrayDeque<>(List.of(answers));
        return on(path, request -> {
            synchronized (left) {
                return left.size() > 1 ? left.pop() : left.element();
            }
        });
    }

    public StubServer on(String path, Function<Received, StubAnswer> answer) {
        routes.put(path, answer);
        return this;
    }

    /** Everything asked so far, in order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> received(String path) {
        return received.stream()
                .filter(request -> request.uri().getPath().equals(path))
                .toList();
    }

    public Received last() {
        return received.get(received.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request = read(exchange);
            received.add(request);
            StubAnswer answer = routes.getOrDefault(request.uri().getPath(), any -> StubAnswer.status(404))
                    .apply(request);
            send(exchange, answer.isStillWhat(request) ? answer.unchanged() : answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Received read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                Map.copyOf(headers),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRemoteAddress().getPort());
    }

    private static void send(HttpExchange exchange, StubAnswer answer) throws IOException, InterruptedException {
        Thread.sleep(answer.delay().toMillis());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.announcedLength());
        if (answer.announcedLength() >= 0) {
            OutputStream out = exchange.getResponseBody();
            answer.write(out);
            if (answer.isWhole()) {
                out.close();
            }
        }
    }
}
