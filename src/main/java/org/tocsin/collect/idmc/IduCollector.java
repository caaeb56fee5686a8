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

/**
 * Fetches the dump of the last half year, or the one of all years, and reads those of its rows that count.
 *
 * <p>Either dump is whole for the last half year: of the years before, not every country was watched from the beginning.
 */
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

    static final String LATEST = "last-180-days";
    private static final String ALL = "all";

    private final URI baseUrl;
    private final String clientId;
    private final String dump;
    private final Set<String> allowedHosts;

    IduCollector(URI baseUrl, String clientId, String dump, Set<String> allowedHosts) {
        this.baseUrl = baseUrl;
        this.clientId = clientId;
        this.dump = dump;
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
        FetchRequest request =
                FetchRequest.get(ID.value(), address(longAgo ? ALL : dump)).withSecretParameter("client_id");
        for (String host : allowedHosts) {
            request = request.allowing(host);
        }
        try {
            archive.fetch(request);
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

    private URI address(String name) {
        String client = URLEncoder.encode(clientId, StandardCharsets.UTF_8);
        return URI.create(baseUrl + "/idus/" + name + "/?client_id=" + client);
    }
}
