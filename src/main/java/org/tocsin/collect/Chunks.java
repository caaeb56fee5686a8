package org.tocsin.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archived body chunk by chunk, never whole. Each chunk is read over a connection of its own: the thread's may be in the
 * middle of a COPY.
 */
@SuppressWarnings("JdkObsolete") // SequenceInputStream asks for an Enumeration
final class Chunks implements Enumeration<InputStream> {
    private static final String CHUNK = "select bytes from document_chunk where sha256 = :sha256 and n = :n";

    private final Jdbi jdbi;
    private final String sha256;
    private int next;
    private byte @Nullable [] ahead;

    private Chunks(Jdbi jdbi, String sha256) {
        this.jdbi = jdbi;
        this.sha256 = sha256;
        this.ahead = read();
    }

    static InputStream open(Jdbi jdbi, String sha256) throws IOException {
        return new GZIPInputStream(new SequenceInputStream(new Chunks(jdbi, sha256)));
    }

    @Override
    public boolean hasMoreElements() {
        return ahead != null;
    }

    @Override
    public InputStream nextElement() {
        byte[] chunk = ahead;
        if (chunk == null) {
            throw new java.util.NoSuchElementException("no chunk " + next + " of document " + sha256);
        }
        ahead = read();
        return new ByteArrayInputStream(chunk);
    }

    private byte @Nullable [] read() {
        int n = next++;
        try (Handle handle = jdbi.open()) {
            return handle.createQuery(CHUNK)
                    .bind("sha256", sha256)
                    .bind("n", n)
                    .mapTo(byte[].class)
                    .findOne()
                    .orElse(null);
        }
    }
}
