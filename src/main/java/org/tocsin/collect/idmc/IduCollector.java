package org.tocsin.collect.idmc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Unheard;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/** Fetches the dump of the last half year and reads those of its rows that count. */
final class IduCollector implements Collector {
    static final SourceId ID = new SourceId("idmc-idu");

    private static final Source SOURCE = new Source(
            ID,
            "IDMC Internal Displacement Updates",
            new Terms(
                    "CC BY-NC 3.0 IGO",
                    URI.create("https://www.internal-displacement.org/"),
                    "Internal Displacement Monitoring Centre (IDMC)",
                    Redistribution.AGGREGATE_ONLY,
                    true),
            1,
            true);

    /** How many days back the dump goes, by the day a movement ended. */
    private static final int DAYS = 180;

    private final URI baseUrl;
    private final String clientId;
    private final Set<String> allowedHosts;

    IduCollector(URI baseUrl, String clientId, Set<String> allowedHosts) {
        this.baseUrl = baseUrl;
        this.clientId = clientId;
        this.allowedHosts = allowedHosts;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        boolean longAgo = cursor.since()
                .filter(day -> day.isBefore(cursor.today().minusDays(DAYS)))
                .isPresent();
        FetchRequest request = FetchRequest.get(ID.value(), dump(longAgo ? "all" : "last-180-days"))
                .withSecretParameter("client_id");
        for (String host : allowedHosts) {
            request = request.allowing(host);
        }
        archive.fetch(request);
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Choice choice = new Choice();
        long rows = JsonRows.each(document, Unheard.INTAKE, row -> choice.weigh(new IduRow(row, document)));
        if (rows == 0) {
            // What the source answers while it has no dump; a half year without any displacement in the world is not
            // believed.
            throw new UnreadableDocumentException("", "array", "is empty");
        }
        JsonRows.each(document, intake, row -> choice.tell(new IduRow(row, document), intake));
        LocalDate today = document.fetchedOn();
        intake.complete(new Extent(ID, "", new Period(today.minusDays(DAYS), today), today));
    }

    private URI dump(String name) {
        String client = URLEncoder.encode(clientId, StandardCharsets.UTF_8);
        return URI.create(baseUrl + "/idus/" + name + "/?client_id=" + client);
    }
}
