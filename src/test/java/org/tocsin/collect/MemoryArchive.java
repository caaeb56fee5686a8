package org.tocsin.collect;

import io.dropwizard.util.Duration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tocsin.http.Fetch;
import org.tocsin.http.FetchRequest;
import org.tocsin.http.HostPolicy;
import org.tocsin.http.HttpFetcher;
import org.tocsin.http.HttpSettings;
import org.tocsin.http.HttpWire;
import org.tocsin.http.RetryPolicy;
import org.tocsin.http.Validators;

/** An archive for tests that fetches over real HTTP and keeps its documents in memory; what it knows lasts over several runs. */
public final class MemoryArchive implements Archive, AutoCloseable {
    private static final HttpSettings SETTINGS = new HttpSettings(
            "Tocsin/test (ops@example.org)",
            Duration.seconds(2),
            Duration.seconds(5),
            null,
            new RetryPolicy(2, null, null, null),
            new HostPolicy(Duration.seconds(0), 100, null));

    private final Instant now;
    private final HttpWire wire = HttpWire.of(SETTINGS);
    private final HttpFetcher http;
    private final Map<String, Validators> known = new HashMap<>();
    private final List<Document> documents = new ArrayList<>();

    public MemoryArchive(Instant now) {
        this.now = now;
        this.http = new HttpFetcher(SETTINGS, wire, () -> now, pause -> {}, new Random(7), new SimpleMeterRegistry());
    }

    @Override
    public Optional<Document> fetch(FetchRequest request) throws FetchFailedException {
        Validators validators = known.getOrDefault(request.redactedUri(), Validators.NONE);
        return ask(request.unlessStill(validators.etag(), validators.lastModified()));
    }

    @Override
    public Document fetchWhole(FetchRequest request) throws FetchFailedException {
        return ask(request).orElseThrow();
    }

    @Override
    public String fetchUnkept(FetchRequest request) throws FetchFailedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Fetch fetch = http.fetch(request, media -> body);
        if (!(fetch instanceof Fetch.Answer)) {
            int status = fetch instanceof Fetch.Failed failed ? failed.status() : 202;
            throw new FetchFailedException(fetch.outcome(), status, "no answer");
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    /** What was kept since this was last asked. */
    public List<Document> take() {
        List<Document> taken = List.copyOf(documents);
        documents.clear();
        return taken;
    }

    /** A document of these bytes that no one fetched. */
    public static Document document(byte[] bytes, URI url, Instant fetchedAt) {
        return new Document(
                sha256(bytes), "application/json", fetchedAt, url, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    @Override
    public void close() {
        wire.close();
    }

    private Optional<Document> ask(FetchRequest request) throws FetchFailedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Fetch fetch = http.fetch(request, media -> {
            body.reset();
            return body;
        });
        if (fetch instanceof Fetch.Answer answer) {
            known.put(request.redactedUri(), answer.validators());
            Document document = document(body.toByteArray(), Document.address(request.redactedUri()), now);
            documents.add(document);
            return Optional.of(document);
        }
        if (fetch instanceof Fetch.Failed failed) {
            throw new FetchFailedException(fetch.outcome(), failed.status(), failed.detail());
        }
        if (fetch instanceof Fetch.Pending) {
            throw new FetchFailedException(fetch.outcome(), 202, "the source is still preparing its answer");
        }
        return Optional.empty();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
