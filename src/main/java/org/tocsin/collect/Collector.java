package org.tocsin.collect;

import org.tocsin.figure.Source;

/**
 * Fetches what one source publishes and reads it into figures; it returns, it never writes.
 *
 * <p>Fetching and reading are apart so that an archived document can be read again without fetching.
 */
public interface Collector {
    /** What this source is, under which terms, how often it speaks. */
    Source source();

    /**
     * Streams each answer into the archive, politely and to the end.
     *
     * @throws FetchFailedException if any part of the whole could not be had; what was archived before stays, nothing is read
     */
    void fetch(Cursor cursor, Archive archive) throws FetchFailedException;

    /**
     * Reads one archived document: pure, streaming, the same every time.
     *
     * @throws UnreadableDocumentException if the document as a whole is not what the source promises; single bad rows are told to the
     *     intake instead
     */
    void read(Document document, Intake intake) throws UnreadableDocumentException;
}
