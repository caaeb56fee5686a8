package org.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;
import org.tocsin.db.BenchServer;
import org.tocsin.db.Login;

/** A database and the service on it, a process of its own under the flags of {@code ops}, asked over one connection that stays open. */
final class ServedTrends implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final BenchServer server;
    private final Path folder = Files.createTempDirectory("tocsin-bench");
    private final int port = freePort();
    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(new BasicHttpClientConnectionManager())
            .disableContentCompression()
            .disableAutomaticRetries()
            .build();
    private volatile @Nullable Process process;

    ServedTrends(BenchServer server) throws IOException {
        this.server = server;
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
    }

    BenchServer server() {
        return server;
    }

    /** Starts the service and waits until it answers. */
    void start() throws IOException, InterruptedException {
        Path settings = folder.resolve("config.yml");
        Files.writeString(settings, settings(server.login()));
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tocsin.app.TocsinApplication",
                        "server",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        process = started;
        for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
            if (answers()) {
                return;
            }
            if (!started.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        throw new IOException("the service does not answer: " + Files.readString(folder.resolve("log")));
    }

    private boolean answers() {
        try {
            ask("/api/v1/crises");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The length of the answer in bytes. */
    int ask(String path) throws IOException {
        return http.execute(new HttpGet("http://127.0.0.1:" + port + path), response -> {
            byte[] body = EntityUtils.toByteArray(response.getEntity());
            if (response.getCode() != 200) {
                throw new IOException(
                        path + " answers " + response.getCode() + " " + new String(body, StandardCharsets.UTF_8));
            }
            return body.length;
        });
    }

    /** The nanoseconds of each of so many requests, one after the other. */
    long[] ask(String path, int times) throws IOException {
        long[] taken = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            ask(path);
            taken[i] = System.nanoTime() - start;
        }
        return taken;
    }

    private String settings(Login login) {
        return """
                database: {url: "%s?user=%s&password=%s"}
                publicUrl: http://127.0.0.1:%d
                http: {userAgent: "Tocsin/bench (ops@example.org)"}
                email: {transport: file, from: alerts@tocsin.example, dir: "%s"}
                access: {publicRead: true}
                server:
                  registerDefaultExceptionMappers: false
                  applicationConnectors: [{type: http, port: %d, bindHost: 127.0.0.1}]
                  adminConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                  requestLog: {appenders: []}
                logging: {level: WARN}
                """.formatted(login.url(), login.user(), login.password(), port, folder.resolve("mail"), port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(10, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void remove() {
        stop();
        try {
            if (Files.exists(folder)) {
                BenchServer.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        remove();
        server.close();
    }
}
