package org.tocsin.collect.ucdp;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Document;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.http.FetchRequest;

/** Walks the pages of a version from the first to the last; the addresses are our own, never those that a page offers. */
record GedApi(URI baseUrl, String token) {
    private static final int PAGE_SIZE = 1000;

    /** What the API answers for a version that does not exist yet. */
    private static final Set<Integer> UNPUBLISHED = Set.of(400, 404);

    /**
     * Archives a version whole, or nothing that would be taken for the whole.
     *
     * @param since only events from this day on, where given
     * @return whether the version is published
     * @throws FetchFailedException if a page could not be had or the pages hold another number of events than they say
     */
    boolean walk(Version version, Optional<LocalDate> since, Archive archive) throws FetchFailedException {
        Page first;
        try {
            first = page(version, 0, since, archive);
        } catch (FetchFailedException e) {
            if (UNPUBLISHED.contains(e.status())) {
                return false;
            }
            throw e;
        }
        long events = first.events();
        Page page = first;
        for (int number = 1; !page.isLast(); number++) {
            page = page(version, number, since, archive);
            events += page.events();
            if (page.events() == 0 || page.total() != first.total()) {
                break;
            }
        }
        if (events != first.total() || page.total() != first.total()) {
            throw new FetchFailedException(
                    "incomplete", "version " + version + " has " + first.total() + " events, its pages " + events);
        }
        return first.total() > 0;
    }

    private Page page(Version version, int number, Optional<LocalDate> since, Archive archive)
            throws FetchFailedException {
        Document document = archive.fetchWhole(request(version, number, since));
        try {
            return Page.of(document);
        } catch (UnreadableDocumentException e) {
            throw new FetchFailedException(
                    "unreadable",
                    "page " + number + " of version " + version + ", " + e.field() + " at '" + e.at() + "' "
                            + e.getMessage());
        }
    }

    private FetchRequest request(Version version, int number, Optional<LocalDate> since) {
        String address = baseUrl + "/gedevents/" + version + "?pagesize=" + PAGE_SIZE + "&page=" + number;
        String filter = since.map(day -> "&StartDate=" + day).orElse("");
        FetchRequest request = FetchRequest.get(UcdpCollector.ID.value(), URI.create(address + filter));
        return token.isEmpty() ? request : request.withSecretHeader("x-ucdp-access-token", token);
    }
}
