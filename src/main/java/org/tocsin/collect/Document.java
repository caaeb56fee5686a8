package org.tocsin.collect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An archived answer.
 *
 * @param sha256 of its bytes, in hex; its name in the archive
 * @param url what was asked for, secrets replaced by their names
 * @param size in bytes, uncompressed
 */
public record Document(String sha256, String mediaType, Instant fetchedAt, URI url, long size, Body body) {
    /** Opens the archived bytes from their start; may be opened again. */
    public interface Body {
        InputStream open() throws IOException;
    }

    /** A request's address as it is archived: the brackets around the name of a secret are no part of a URI and are percent-encoded. */
    public static URI address(String redacted) {
        return URI.create(redacted.replace("<", "%3C").replace(">", "%3E"));
    }

    public InputStream open() throws IOException {
        return body.open();
    }

    /** The day it was fetched, in UTC: the as-of day of numbers that come without one. */
    public LocalDate fetchedOn() {
        return LocalDate.ofInstant(fetchedAt, ZoneOffset.UTC);
    }
}
