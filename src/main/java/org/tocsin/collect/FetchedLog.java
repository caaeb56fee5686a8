package org.tocsin.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Remembers which document answered which request of which run, and with what the same request can be asked conditionally. */
public final class FetchedLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ADD = """
            insert into fetched (run, n, sha256, fetched_at, method, url, headers, etag, last_modified)
            select :run, coalesce(max(n) + 1, 0), :sha256, :at, :method, :url, :headers::jsonb, :etag, :last_modified
            from fetched where run = :run
            """;

    private static final String LAST = """
            select f.etag, f.last_modified from fetched f join run r on r.id = f.run
            where f.url = :url and r.outcome = 'merged'
            order by f.run desc, f.n desc limit 1
            """;

    private static final String OF_RUN = """
            select d.sha256, d.media_type, d.size, f.fetched_at, f.url
            from fetched f join document d using (sha256)
            where f.run = :run order by f.n
            """;

    /** What was asked, secrets replaced by their names, and the validators of the answer. */
    public record Asked(
            String method,
            String url,
            Map<String, String> headers,
            @Nullable String etag,
            @Nullable String lastModified) {}

    /** Validators of an earlier answer. */
    public record Known(@Nullable String etag, @Nullable String lastModified) {}

    private final Jdbi jdbi;
    private final DocumentStore documents;

    public FetchedLog(Jdbi jdbi, DocumentStore documents) {
        this.jdbi = jdbi;
        this.documents = documents;
    }

    public void add(long run, String sha256, Asked asked, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("run", run)
                .bind("sha256", sha256)
                .bind("at", RunLog.utc(at))
                .bind("method", asked.method())
                .bind("url", asked.url())
                .bind("headers", json(asked.headers()))
                .bind("etag", asked.etag())
                .bind("last_modified", asked.lastModified())
                .execute());
    }

    /** What the last merged answer to the same request can be asked with; a failed run's answer was never read and does not count. */
    public Optional<Known> last(String url) {
        return jdbi.withHandle(handle -> handle.createQuery(LAST)
                .bind("url", url)
                .map((row, context) -> new Known(row.getString("etag"), row.getString("last_modified")))
                .findOne());
    }

    /** The documents of a run in the order in which they were fetched. */
    public List<Document> of(long run) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_RUN)
                .bind("run", run)
                .map((row, context) -> RunLog.document(row, documents.body(row.getString("sha256"))))
                .list());
    }

    private static String json(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }
}
