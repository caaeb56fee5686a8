package org.tocsin.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server gave with an answer so that it can later be asked "is this still so?" (RFC 9110, section 8.8), kept as sent.
 *
 * @param etag with its quotes, null where none was given
 * @param lastModified the HTTP date as written, null where none was given
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    /** Nothing to compare with: the request is unconditional. */
    public static final Validators NONE = new Validators(null, null);

    static Validators of(Map<String, String> headers) {
        return new Validators(headers.get("ETag"), headers.get("Last-Modified"));
    }

    /** A 304 need not repeat what it confirms. */
    Validators updatedBy(Map<String, String> headers) {
        Validators newer = of(headers);
        return new Validators(
                newer.etag == null ? etag : newer.etag, newer.lastModified == null ? lastModified : newer.lastModified);
    }

    Call applyTo(Call call) {
        Call conditional = etag == null ? call : call.withHeader("If-None-Match", etag);
        return lastModified == null ? conditional : conditional.withHeader("If-Modified-Since", lastModified);
    }

    boolean isEmpty() {
        return etag == null && lastModified == null;
    }
}
