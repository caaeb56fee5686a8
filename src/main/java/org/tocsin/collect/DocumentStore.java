package org.tocsin.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The only door to the archived documents: bytes under their SHA-256, compressed, kept once however often they were answered. */
public final class DocumentStore {
    private static final int CHUNK = 1 << 20;

    private static final String FETCHED = """
            select d.sha256, d.media_type, d.size, f.fetched_at, f.url
            from fetched f join document d using (sha256)
            """;

    /** An archived body under its name. */
    public record Kept(String sha256, String mediaType, long size) {}

    private final Jdbi jdbi;

    public DocumentStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps a body that is at hand, such as an imported file. */
    public Kept keep(String mediaType, InputStream body) throws IOException {
        try (Spool spool = new Spool()) {
            try (OutputStream out = spool.begin()) {
                body.transferTo(out);
            }
            return keep(mediaType, spool);
        }
    }

    Kept keep(String mediaType, Spool spool) throws IOException {
        Kept kept = new Kept(spool.sha256(), mediaType, spool.size());
        try (InputStream packed = Files.newInputStream(spool.file())) {
            jdbi.useTransaction(handle -> write(handle, kept, Files.size(spool.file()), packed));
        }
        return kept;
    }

    /** The newest answer that had these bytes. */
    public Optional<Document> find(String sha256) {
        return jdbi.withHandle(
                handle -> handle.createQuery(FETCHED + " where d.sha256 = :sha256 order by f.run desc limit 1")
                        .bind("sha256", sha256)
                        .map((row, context) -> RunLog.document(row, body(sha256)))
                        .findOne());
    }

    /** The body of an archived document. */
    public Document.Body body(String sha256) {
        return () -> Chunks.open(jdbi, sha256);
    }

    private static void write(Handle handle, Kept kept, long stored, InputStream packed) throws IOException {
        int added = handle.createUpdate("insert into document (sha256, media_type, size, stored)"
                        + " values (:sha256, :media, :size, :stored) on conflict do nothing")
                .bindMap(Map.of(
                        "sha256", kept.sha256(), "media", kept.mediaType(), "size", kept.size(), "stored", stored))
                .execute();
        if (added == 0) {
            return;
        }
        byte[] chunk = packed.readNBytes(CHUNK);
        for (int n = 0; chunk.length > 0; n++) {
            handle.execute("insert into document_chunk (sha256, n, bytes) values (?, ?, ?)", kept.sha256(), n, chunk);
            chunk = packed.readNBytes(CHUNK);
        }
    }
}
