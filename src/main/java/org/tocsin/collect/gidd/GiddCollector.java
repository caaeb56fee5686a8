package org.tocsin.collect.gidd;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/**
 * Walks the yearly tables page by page: conflict by country, disasters by event.
 *
 * <p>A release overrules the numbers of earlier ones. Its links to next pages repeat the client id once more on each; none is followed.
 */
final class GiddCollector implements Collector {
    static final SourceId ID = new SourceId("idmc-gidd");

    private static final Source SOURCE = new Source(
            ID,
            "IDMC Global Internal Displacement Database",
            new Terms(
                    "CC BY-NC 3.0 IGO",
                    URI.create("https://www.internal-displacement.org/database/displacement-data/"),
                    "Internal Displacement Monitoring Centre (IDMC)",
                    Redistribution.AGGREGATE_ONLY,
                    true),
            365,
            false);

    private static final String CONFLICTS = "/gidd/conflicts/";
    private static final String DISASTERS = "/gidd/disasters/";

    private static final int PAGE_SIZE = 1000;
    private static final int MOST_PAGES = 1000;
    private static final Duration POLITE = Duration.ofSeconds(1);

    private final URI baseUrl;
    private final String clientId;
    private final int years;

    GiddCollector(URI baseUrl, String clientId, int years) {
        this.baseUrl = baseUrl;
        this.clientId = clientId;
        this.years = years;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        int first = cursor.since().map(LocalDate::getYear).orElse(cursor.today().getYear() - years + 1);
        for (String table : List.of(CONFLICTS, DISASTERS)) {
            walk(table, first, archive);
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        String path = String.valueOf(document.url().getPath());
        Page page = Page.of(document);
        if (path.endsWith(CONFLICTS)) {
            JsonRows.each(document, intake, row -> new CountryYear(row, page, document).tell(intake), "results");
        } else if (path.endsWith(DISASTERS)) {
            Map<String, Integer> repeats = new HashMap<>();
            JsonRows.each(document, intake, row -> new Disaster(row, page, document).tell(repeats, intake), "results");
        } else {
            throw new UnreadableDocumentException("", "url", "is none of the tables that are asked for: " + path);
        }
        if (page.isLast(document)) {
            intake.complete(new Extent(ID, "seen", Period.day(document.fetchedOn()), document.fetchedOn()));
        }
    }

    private void walk(String table, int first, Archive archive) throws FetchFailedException {
        Page page = page(table, first, 0, archive);
        Page begun = page;
        long had = page.rows();
        for (int pages = 1; had < begun.total() && pages < MOST_PAGES; pages++) {
            page = page(table, first, had, archive);
            had += page.rows();
            if (page.total() != begun.total() || !page.released().equals(begun.released())) {
                throw new FetchFailedException("incomplete", table + " changed while it was walked");
            }
        }
        if (had != begun.total()) {
            throw new FetchFailedException("incomplete", table + " has " + begun.total() + " rows, its pages " + had);
        }
    }

    private Page page(String table, int first, long offset, Archive archive) throws FetchFailedException {
        String client = URLEncoder.encode(clientId, StandardCharsets.UTF_8);
        URI address = URI.create(baseUrl + table + "?client_id=" + client + "&format=json&start_year=" + first
                + "&limit=" + PAGE_SIZE + "&offset=" + offset);
        try {
            return Page.of(archive.fetchWhole(FetchRequest.get(ID.value(), address)
                    .withSecretParameter("client_id")
                    .atMostEvery(POLITE)));
        } catch (UnreadableDocumentException e) {
            throw new FetchFailedException(
                    "unreadable", table + " at offset " + offset + ", " + e.field() + " " + e.getMessage());
        } catch (FetchFailedException e) {
            if (e.status() == 401 || e.status() == 403) {
                throw new FetchFailedException(
                        "access",
                        e.status(),
                        "IDMC refuses the setting 'clientId'; it gives one by e-mail: " + e.getMessage());
            }
            throw e;
        }
    }
}
