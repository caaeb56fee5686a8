package org.tocsin.collect.ohchr;

import java.net.URI;
import java.util.Set;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CsvRows;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/**
 * Fetches the table of the updates of the UN Human Rights Monitoring Mission, one row a day, and reads each into its running totals.
 *
 * <p>The same figures may be handed over as an import: the source, its terms and the records are those of {@code imports.yml}.
 */
final class OhchrCollector implements Collector {
    static final SourceId ID = new SourceId("ohchr");

    private static final Source SOURCE = new Source(
            ID,
            "UN Human Rights Office",
            new Terms(
                    "UN terms of use",
                    URI.create("https://www.ohchr.org/en/terms-of-use"),
                    "Office of the United Nations High Commissioner for Human Rights (OHCHR)",
                    Redistribution.ROWS,
                    false),
            7,
            false);

    /** Says that the source was seen, and no more: what people handed over by themselves stays. */
    private static final String SEEN = "seen";

    private final URI baseUrl;
    private final Set<String> allowedHosts;

    OhchrCollector(URI baseUrl, Set<String> allowedHosts) {
        this.baseUrl = baseUrl;
        this.allowedHosts = allowedHosts;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        FetchRequest request = FetchRequest.get(ID.value(), baseUrl);
        for (String host : allowedHosts) {
            request = request.allowing(host);
        }
        archive.fetch(request);
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Updates updates = new Updates(document, intake);
        CsvRows.lines(document, CsvRows.Dialect.USUAL, updates);
        updates.end();
        intake.complete(new Extent(ID, SEEN, Period.day(document.fetchedOn()), document.fetchedOn()));
    }
}
