package org.tocsin.collect.reliefweb;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;

/**
 * Fetches the reports that were published or corrected since the last run, and reads each into a text.
 *
 * <p>ReliefWeb's disasters carry no figures and are not collected: a crisis has its GLIDE numbers from its own definition.
 */
final class ReliefWebCollector implements Collector {
    static final SourceId ID = new SourceId("reliefweb");

    /** A report shows up in the index some time after it changed. */
    private static final Duration OVERLAP = Duration.ofHours(2);

    private static final Source SOURCE = new Source(
            ID,
            "ReliefWeb reports",
            new Terms(
                    "facts only; each report stays with its publisher",
                    URI.create("https://reliefweb.int/terms-conditions"),
                    "ReliefWeb (OCHA), and the publisher of each report",
                    Redistribution.AGGREGATE_ONLY,
                    false),
            1,
            false);

    private final ReportsApi api;
    private final int firstDays;

    ReliefWebCollector(ReportsApi api, int firstDays) {
        this.api = api;
        this.firstDays = firstDays;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        Instant since = cursor.since()
                .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                .or(() -> cursor.last().map(last -> last.minus(OVERLAP)))
                .orElseGet(() -> cursor.now().minus(Duration.ofDays(firstDays)));
        api.walk(since, archive);
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Page.of(document);
        JsonRows.each(document, intake, row -> new ReportRow(row).tell(document.fetchedOn(), intake), "data");
    }
}
