package org.tocsin.collect.unhcr;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
 * Fetches the pairs of countries of origin and of asylum, page by page, and reads each pair into its stocks and its returns.
 *
 * <p>A pair that both lists of countries name comes in two answers; it is one record and counts once. UNHCR does not withdraw a pair by
 * leaving it out, so nothing is declared whole for which absence would mean anything. Palestine refugees under UNRWA's mandate are not
 * among these numbers.
 */
final class UnhcrCollector implements Collector {
    static final SourceId ID = new SourceId("unhcr");

    private static final Source SOURCE = new Source(
            ID,
            "UNHCR Refugee Population Statistics",
            new Terms(
                    "CC BY 4.0",
                    URI.create("https://www.unhcr.org/what-we-do/data-and-publications/data-and-statistics/"
                            + "terms-use-datasets"),
                    "UNHCR Refugee Population Statistics Database",
                    Redistribution.ROWS,
                    false),
            365,
            false);

    private static final int PAGE_SIZE = 10_000;

    /** More than all pairs of all years since 1951 fill. */
    private static final int MOST_PAGES = 200;

    private static final Duration POLITE = Duration.ofMillis(250);

    private final URI baseUrl;
    private final List<String> origins;
    private final List<String> asylums;
    private final int years;

    UnhcrCollector(URI baseUrl, List<String> origins, List<String> asylums, int years) {
        this.baseUrl = baseUrl;
        this.origins = origins;
        this.asylums = asylums;
        this.years = years;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        int last = cursor.today().getYear();
        int first = cursor.since().map(LocalDate::getYear).orElse(last - years + 1);
        for (String pairs : pairs()) {
            // One bound alone is passed over by the API, which then answers every year since 1951.
            walk(pairs + "&yearFrom=" + first + "&yearTo=" + last, archive);
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Page page = Page.of(document);
        JsonRows.each(document, intake, row -> new Pair(row, document).tell(intake), "items");
        if (page.isLast()) {
            intake.complete(new Extent(ID, "seen", Period.day(document.fetchedOn()), document.fetchedOn()));
        }
    }

    /** Both sides are always spelled out: a side that is left out comes summed. */
    private List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        if (!origins.isEmpty()) {
            pairs.add("coo=" + String.join(",", origins) + "&coa_all=true");
        }
        if (!asylums.isEmpty()) {
            pairs.add("coa=" + String.join(",", asylums) + "&coo_all=true");
        }
        return pairs.isEmpty() ? List.of("coo_all=true&coa_all=true") : pairs;
    }

    private void walk(String pairs, Archive archive) throws FetchFailedException {
        long last = 1;
        for (int number = 1; number <= last; number++) {
            Page page = page(pairs, number, archive);
            boolean changed = number > 1 && page.last() != last;
            if (page.number() != number || changed || page.last() > MOST_PAGES) {
                throw new FetchFailedException(
                        "incomplete",
                        "page " + number + " of " + last + " says that it is " + page.number() + " of " + page.last());
            }
            last = page.last();
        }
    }

    private Page page(String pairs, int number, Archive archive) throws FetchFailedException {
        URI address =
                URI.create(baseUrl + "/population/?cf_type=ISO&" + pairs + "&limit=" + PAGE_SIZE + "&page=" + number);
        Document document =
                archive.fetchWhole(FetchRequest.get(ID.value(), address).atMostEvery(POLITE));
        try {
            return Page.of(document);
        } catch (UnreadableDocumentException e) {
            throw new FetchFailedException("unreadable", "page " + number + ", " + e.field() + " " + e.getMessage());
        }
    }
}
