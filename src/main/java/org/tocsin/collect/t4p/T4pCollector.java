package org.tocsin.collect.t4p;

import java.net.URI;
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
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/**
 * Fetches each file of days whole and reads its running totals.
 *
 * <p>The history is rewritten at times; a day keeps its record, so that each change is a revision. A day that is gone is not taken back.
 */
final class T4pCollector implements Collector {
    static final SourceId ID = new SourceId("t4p");

    private static final Source SOURCE = new Source(
            ID,
            "Tech for Palestine",
            new Terms(
                    "Unlicense (public domain)",
                    URI.create("https://data.techforpalestine.org/"),
                    "Tech for Palestine; Gaza Ministry of Health, Gaza Government Media Office, OCHA",
                    Redistribution.ROWS,
                    false),
            1,
            false);

    private final URI baseUrl;
    private final List<String> files;

    T4pCollector(URI baseUrl, List<String> files) {
        this.baseUrl = baseUrl;
        this.files = files;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        for (String file : files) {
            archive.fetch(FetchRequest.get(ID.value(), URI.create(baseUrl + "/" + file)));
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Theatre theatre = Theatre.of(document.url().getPath());
        Days days = new Days(theatre, document, intake);
        if (JsonRows.each(document, intake, days::tell) == 0) {
            throw new UnreadableDocumentException("", "array", "is empty");
        }
        days.span().ifPresent(span -> intake.complete(new Extent(ID, theatre.code(), span, document.fetchedOn())));
    }
}
