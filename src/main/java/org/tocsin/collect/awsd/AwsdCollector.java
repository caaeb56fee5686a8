package org.tocsin.collect.awsd;

import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
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

/** Fetches the table of all incidents since 1997, which is replaced as a whole, and reads each into those it harmed. */
final class AwsdCollector implements Collector {
    static final SourceId ID = new SourceId("awsd");

    private static final Source SOURCE = new Source(
            ID,
            "Aid Worker Security Database",
            new Terms(
                    "CC BY 4.0",
                    URI.create("https://www.aidworkersecurity.org/"),
                    "Humanitarian Outcomes, Aid Worker Security Database (AWSD)",
                    Redistribution.ROWS,
                    false),
            7,
            true);

    private static final LocalDate FIRST_DAY = LocalDate.of(1997, 1, 1);

    private final URI baseUrl;

    AwsdCollector(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        archive.fetch(FetchRequest.get(ID.value(), URI.create(baseUrl + "/incidents/search?format=csv")));
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Incidents incidents = new Incidents(document, intake);
        long rows = CsvRows.each(document, intake, incidents::take, Incidents.COLUMNS);
        if (!incidents.endedWith(rows)) {
            throw new UnreadableDocumentException("row " + rows, "document", "is empty, or breaks off in its last row");
        }
        // An incident of which only the year is known lasts to its end.
        Period span = new Period(FIRST_DAY, document.fetchedOn().with(TemporalAdjusters.lastDayOfYear()));
        intake.complete(new Extent(ID, "", span, document.fetchedOn()));
    }
}
