package org.tocsin.collect.acled;

import java.net.URI;
import org.tocsin.collect.Document;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.http.FetchRequest;

/** Walks the answers to one question, page by page until one is not full; pages are counted from 1. */
record AcledApi(URI baseUrl, Session session, int pageSize) {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** What could never be a walk that ends: more events than ACLED has. */
    private static final int MOST_PAGES = 100_000;

    /**
     * Archives every event of a slice, or fails.
     *
     * @return how many events there were
     */
    long events(Slice slice) throws FetchFailedException {
        long events = 0;
        for (int number = 1; number < MOST_PAGES; number++) {
            Page page =
                    page("/api/acled/read?_format=json&" + slice.query() + "&limit=" + pageSize + "&page=" + number);
            events += page.rows();
            if (page.rows() < pageSize) {
                return events;
            }
        }
        throw new FetchFailedException("incomplete", "the pages do not end");
    }

    /** Archives the names of the events taken back since a moment, all in one answer. */
    void deleted(long since) throws FetchFailedException {
        page("/api/deleted/read?_format=json&deleted_timestamp=" + since + "&deleted_timestamp_where=%3E%3D&limit=0");
    }

    private Page page(String question) throws FetchFailedException {
        Document document = session.fetch(FetchRequest.get(AcledCollector.ID.value(), URI.create(baseUrl + question)));
        Page page;
        try {
            page = Page.of(document);
        } catch (UnreadableDocumentException e) {
            throw new FetchFailedException("unreadable", e.field() + " at '" + e.at() + "' " + e.getMessage());
        }
        if (page.status() == UNAUTHORIZED || page.status() == FORBIDDEN) {
            throw Session.closed(page.status());
        }
        if (!page.isGood()) {
            throw new FetchFailedException("refused", page.status(), "ACLED says no: status " + page.status());
        }
        return page;
    }
}
