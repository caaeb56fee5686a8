package org.tocsin.http;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A fetcher on a clock of its own, with a sink that keeps what each attempt gave. */
final class FetchCase implements AutoCloseable {
    static final Instant START = Instant.parse("2024-03-01T12:00:00Z");

    final FakeTime time = new FakeTime(START);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<ByteArrayOutputStream> bodies = new ArrayList<>();
    private final HttpWire wire;
    private final HttpFetcher fetcher;

    FetchCase(HttpSettings settings) {
        this.wire = HttpWire.of(settings);
        this.fetcher = new HttpFetcher(settings, wire, time, time, new Random(7), meters);
    }

    /** Three attempts, no spacing, a breaker that stays out of the way, 64 kB, 5 s. */
    static FetchCase usual() {
        return new FetchCase(settings(new HostPolicy(Duration.seconds(0), 100, Duration.minutes(1)), "5s"));
    }

    static FetchCase within(String totalTimeout) {
        return new FetchCase(settings(new HostPolicy(Duration.seconds(0), 100, Duration.minutes(1)), totalTimeout));
    }

    static FetchCase with(HostPolicy host) {
        return new FetchCase(settings(host, "5s"));
    }

    static HttpSettings settings(HostPolicy host, String totalTimeout) {
        RetryPolicy retry = new RetryPolicy(3, Duration.seconds(1), Duration.seconds(10), Duration.minutes(2));
        Duration total = Duration.parse(totalTimeout);
        DataSize most = DataSize.kibibytes(64);
        return new HttpSettings("Tocsin/test (ops@example.org)", Duration.seconds(2), total, most, retry, host);
    }

    Fetch fetch(FetchRequest request) {
        return fetcher.fetch(request, mediaType -> {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            bodies.add(body);
            return body;
        });
    }

    Fetch fetch(URI uri) {
        return fetch(FetchRequest.get("fts", uri));
    }

    Fetch fetchInto(URI uri, BodySink sink) {
        return fetcher.fetch(FetchRequest.get("fts", uri), sink);
    }

    /** What the last attempt that had a body gave. */
    String body() {
        return bodies.get(bodies.size() - 1).toString(StandardCharsets.UTF_8);
    }

    double counted(String outcome) {
        return meters.counter("tocsin.http.requests", "client", "fts", "outcome", outcome)
                .count();
    }

    @Override
    public void close() {
        wire.close();
    }
}
