package org.tocsin.collect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.http.Fetch;
import org.tocsin.http.FetchRequest;
import org.tocsin.http.HttpFetcher;

/** The archive of one run: fetches over HTTP, keeps each answer, and counts. */
public final class FetchingArchive implements Archive {
    private static final int MOST_ASKED = 1 << 16;

    private final long run;
    private final HttpFetcher http;
    private final DocumentStore documents;
    private final FetchedLog log;
    private final InstantSource clock;
    private final List<Document> kept = new ArrayList<>();
    private boolean unchanged;

    public FetchingArchive(long run, HttpFetcher http, DocumentStore documents, FetchedLog log, InstantSource clock) {
        this.run = run;
        this.http = http;
        this.documents = documents;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Optional<Document> fetch(FetchRequest request) throws FetchFailedException {
        FetchedLog.Known known = log.last(request.redactedUri()).orElse(new FetchedLog.Known(null, null));
        return ask(request.unlessStill(known.etag(), known.lastModified()));
    }

    @Override
    public Document fetchWhole(FetchRequest request) throws FetchFailedException {
        return ask(request)
                .orElseThrow(() -> new FetchFailedException("not_modified", "no condition was sent, yet nothing came"));
    }

    @Override
    public String fetchUnkept(FetchRequest request) throws FetchFailedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Fetch fetch = http.fetch(request, media -> {
            body.reset();
            return body;
        });
        if (!(fetch instanceof Fetch.Answer)) {
            throw failed(fetch);
        }
        if (body.size() > MOST_ASKED) {
            throw new FetchFailedException("too_large", "an answer of " + body.size() + " bytes is no token");
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    /** What was fetched, in order. */
    public List<Document> documents() {
        return List.copyOf(kept);
    }

    /** Whether the source said that nothing changed, and gave nothing new. */
    public boolean unchanged() {
        return unchanged && kept.isEmpty();
    }

    public long bytes() {
        return kept.stream().mapToLong(Document::size).sum();
    }

    private Optional<Document> ask(FetchRequest request) throws FetchFailedException {
        try (Spool spool = new Spool()) {
            Fetch fetch = http.fetch(request, media -> spool.begin());
            if (fetch instanceof Fetch.Answer answer) {
                return Optional.of(keep(request, answer, spool));
            }
            unchanged = fetch instanceof Fetch.NotModified;
            if (!unchanged) {
                throw failed(fetch);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder cannot take an answer", e);
        }
    }

    private Document keep(FetchRequest request, Fetch.Answer answer, Spool spool)
            throws IOException, FetchFailedException {
        DocumentStore.Kept body = documents.keep(answer.mediaType(), spool);
        FetchedLog.Asked asked = new FetchedLog.Asked(
                request.call().method(),
                request.redactedUri(),
                request.redactedHeaders(),
                answer.validators().etag(),
                answer.validators().lastModified());
        Instant at = clock.instant();
        log.add(run, body.sha256(), asked, at);
        Document document = new Document(
                body.sha256(),
                body.mediaType(),
                at,
                Document.address(request.redactedUri()),
                body.size(),
                documents.body(body.sha256()));
        kept.add(document);
        return document;
    }

    private static FetchFailedException failed(Fetch fetch) {
        return fetch instanceof Fetch.Failed failure
                ? new FetchFailedException(
                        fetch.outcome(), failure.status(), "status " + failure.status() + ": " + failure.detail())
                : new FetchFailedException(fetch.outcome(), 202, "the source is still preparing its answer (202)");
    }
}
