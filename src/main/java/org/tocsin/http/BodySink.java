package org.tocsin.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes a body as it streams in, decompressed.
 *
 * <p>Opened once per attempt: a second call means that what the first got was not whole and is to be forgotten. The stream is closed in
 * every case; only {@link Fetch.Answer} says that what it got was the whole body.
 */
@FunctionalInterface
public interface BodySink {
    /**
     * Begins a body afresh.
     *
     * @param mediaType the answer's Content-Type as sent, {@code application/octet-stream} where it has none
     * @throws IOException when the body cannot be taken; the caller of the fetch gets it, unchecked
     */
    OutputStream open(String mediaType) throws IOException;
}
