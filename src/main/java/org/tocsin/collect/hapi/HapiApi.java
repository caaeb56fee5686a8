package org.tocsin.collect.hapi;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Document;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.http.FetchRequest;

/** Walks the pages of a subject until one is not full; the API tells no total. */
record HapiApi(URI baseUrl, String appIdentifier) {
    /** As many rows as the API gives at once. */
    static final int PAGE_SIZE = 10_000;

    private static final int FORBIDDEN = 403;

    boolean canBeAsked() {
        return !appIdentifier.isEmpty();
    }

    /**
     * Archives every page of a subject.
     *
     * @param start only rows whose reference period begins on this day or later
     * @throws FetchFailedException if a page could not be had, or is the one before it once more
     */
    void walk(Subject subject, LocalDate start, Archive archive) throws FetchFailedException {
        String before = "";
        long rows = PAGE_SIZE;
        for (int offset = 0; rows >= PAGE_SIZE; offset += PAGE_SIZE) {
            Document page = page(subject, start, offset, archive);
            if (page.sha256().equals(before)) {
                throw new FetchFailedException(
                        "incomplete", subject.path() + " gives the same page again at offset " + offset);
            }
            before = page.sha256();
            rows = rows(subject, page);
        }
    }

    private Document page(Subject subject, LocalDate start, int offset, Archive archive) throws FetchFailedException {
        try {
            return archive.fetchWhole(request(subject, start, offset));
        } catch (FetchFailedException e) {
            if (e.status() == FORBIDDEN) {
                throw new FetchFailedException(
                        "forbidden",
                        FORBIDDEN,
                        "the app identifier is refused: make one at " + baseUrl
                                + "/encode_app_identifier and set it as appIdentifier");
            }
            throw e;
        }
    }

    private static long rows(Subject subject, Document page) throws FetchFailedException {
        try {
            return JsonRows.count(page, "data");
        } catch (UnreadableDocumentException e) {
            throw new FetchFailedException(
                    "unreadable", subject.path() + ", " + e.field() + " at '" + e.at() + "' " + e.getMessage());
        }
    }

    private FetchRequest request(Subject subject, LocalDate start, int offset) {
        String address = baseUrl + "/" + subject.path() + "?output_format=json" + subject.filter() + "&start_date="
                + start + "&limit=" + PAGE_SIZE + "&offset=" + offset + "&app_identifier="
                + URLEncoder.encode(appIdentifier, StandardCharsets.UTF_8);
        return FetchRequest.get(HapiCollector.ID.value(), URI.create(address)).withSecretParameter("app_identifier");
    }
}
