package org.tocsin.collect.dtm;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/**
 * Fetches all rounds of each country at one level and reads the rows of the operations that count.
 *
 * <p>A round is not taken back by leaving it out; of a newer round all parts replace those of the one before, and what it leaves out is
 * unknown.
 */
final class DtmCollector implements Collector {
    static final SourceId ID = new SourceId("iom-dtm");

    private static final Source SOURCE = new Source(
            ID,
            "IOM Displacement Tracking Matrix",
            new Terms(
                    "IOM DTM terms of use: attribution, not for commercial use, rows are not passed on",
                    URI.create("https://dtm.iom.int/terms-and-conditions"),
                    "Source: International Organization for Migration (IOM), Displacement Tracking Matrix (DTM)",
                    Redistribution.AGGREGATE_ONLY,
                    true),
            90,
            false);

    private static final Pattern LEVEL = Pattern.compile(".*/admin([012])");
    private static final String SINCE = "FromReportingDate";
    private static final Duration POLITE = Duration.ofSeconds(1);

    private final URI baseUrl;
    private final String key;
    private final Map<String, List<String>> operations;
    private final int level;

    DtmCollector(URI baseUrl, String key, Map<String, List<String>> operations, int level) {
        this.baseUrl = baseUrl;
        this.key = key;
        this.operations = operations;
        this.level = level;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        String since = cursor.since().map(day -> "&" + SINCE + "=" + day).orElse("");
        List<FetchRequest> requests = new TreeMap<>(operations)
                .keySet().stream()
                        .map(country -> URI.create(baseUrl + "/admin" + level + "?Admin0Pcode=" + country + since))
                        .map(address -> FetchRequest.get(ID.value(), address)
                                .withSecretHeader("Ocp-Apim-Subscription-Key", key)
                                .atMostEvery(POLITE))
                        .toList();
        try {
            archive.fetchTogether(requests);
        } catch (FetchFailedException e) {
            if (e.status() == 401 || e.status() == 403) {
                throw new FetchFailedException(
                        "access",
                        e.status(),
                        "IOM refuses the setting 'key'; see dtm-apim-portal.iom.int: " + e.getMessage());
            }
            throw e;
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Matcher path = LEVEL.matcher(String.valueOf(document.url().getPath()));
        if (!path.matches()) {
            throw new UnreadableDocumentException("", "url", "names no level: " + document.url());
        }
        boolean everything = !String.valueOf(document.url().getQuery()).contains(SINCE);
        check(document, everything);
        Rounds rounds = new Rounds(operations);
        int depth = Integer.parseInt(path.group(1));
        JsonRows.each(document, intake, row -> rounds.tell(new AreaRow(row, depth, document), intake), "result");
        if (everything) {
            rounds.refuseUnheard(intake);
        }
        LocalDate today = document.fetchedOn();
        intake.complete(new Extent(ID, "seen", Period.day(today), today));
    }

    /** An answer of status 200 can be a failure, or be cut short: it says both itself. No country with an operation is without rounds. */
    private static void check(Document document, boolean everything) throws UnreadableDocumentException {
        Row head = JsonRows.head(document);
        long rows = JsonRows.count(document, "result");
        try {
            if (!head.findText("isSuccess").orElse("missing").equals("true")) {
                throw new InvalidFigureException("isSuccess", "is not true");
            }
            if (everything && rows == 0) {
                throw new InvalidFigureException("result", "is empty");
            }
            if (head.count("totalRecordsCount").compareTo(java.math.BigDecimal.valueOf(rows)) != 0) {
                throw new InvalidFigureException(
                        "totalRecordsCount", "is " + head.count("totalRecordsCount") + " for " + rows + " rows");
            }
        } catch (InvalidFigureException e) {
            throw new UnreadableDocumentException("/" + e.field(), e.field(), String.valueOf(e.getMessage()));
        }
    }
}
