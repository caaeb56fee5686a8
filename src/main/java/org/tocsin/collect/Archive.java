package org.tocsin.collect;

import java.util.Optional;
import org.tocsin.http.FetchRequest;

/** Where a collector's answers go, bytes as they came, before anybody reads them. */
public interface Archive {
    /**
     * Fetches one answer and keeps it.
     *
     * @return empty if the source says that nothing changed since the last answer to the same request
     * @throws FetchFailedException if there was no complete answer of status 200
     */
    Optional<Document> fetch(FetchRequest request) throws FetchFailedException;
}
