package org.tocsin.collect;

import java.time.InstantSource;
import org.tocsin.http.HttpFetcher;

/** What answers come through and where they are kept. */
public record Web(HttpFetcher http, DocumentStore documents, FetchedLog fetched) {
    /** The archive of one run. */
    public FetchingArchive archive(long run, InstantSource clock) {
        return new FetchingArchive(run, http, documents, fetched, clock);
    }
}
