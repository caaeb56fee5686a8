package org.tocsin.collect.fts;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.Unheard;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/**
 * Fetches the overview of a year's plans and the shares of countries in its regional plans, and reads each plan into its money and the
 * people it is for.
 */
final class FtsCollector implements Collector {
    static final SourceId ID = new SourceId("fts");

    private static final Source SOURCE = new Source(
            ID,
            "OCHA Financial Tracking Service",
            new Terms(
                    "CC BY 3.0 IGO",
                    URI.create("https://fts.unocha.org/"),
                    "OCHA Financial Tracking Service (FTS)",
                    Redistribution.ROWS,
                    false),
            1,
            false);

    private static final Logger log = LoggerFactory.getLogger(FtsCollector.class);

    private static final Pattern PLAN = Pattern.compile("planid=(\\d{1,18})&groupby=location");
    private static final Pattern YEAR = Pattern.compile(".*/progress/(\\d{4})");

    private final URI baseUrl;
    private final List<Integer> years;

    FtsCollector(URI baseUrl, List<Integer> years) {
        this.baseUrl = baseUrl;
        this.years = years;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        List<Document> overviews = archive.fetchTogether(years(cursor)
                .mapToObj(year -> FetchRequest.get(ID.value(), overview(year)))
                .toList());
        for (String plan : shared(overviews)) {
            try {
                archive.fetchWhole(FetchRequest.get(ID.value(), byCountry(plan)).atMostEvery(Duration.ofSeconds(1)));
            } catch (FetchFailedException e) {
                // The plan as a whole is known; what its countries have of it stays as it was.
                log.warn("shares failed plan={} reason={}: {}", plan, e.reason(), e.getMessage());
            }
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        String status = JsonRows.head(document).findText("status").orElse("missing");
        if (!status.equals("ok")) {
            throw new UnreadableDocumentException("/status", "status", "is not ok but " + status);
        }
        Matcher plan = PLAN.matcher(String.valueOf(document.url().getQuery()));
        if (plan.find()) {
            shares(plan.group(1), document, intake);
            return;
        }
        Matcher year = YEAR.matcher(document.url().getPath());
        if (!year.matches()) {
            throw new UnreadableDocumentException("", "url", "does not end in a year: " + document.url());
        }
        JsonRows.each(document, intake, row -> new FtsPlan(row, document).tell(intake), "data", "plans");
        intake.complete(
                new Extent(ID, "year:" + year.group(1), Period.day(document.fetchedOn()), document.fetchedOn()));
    }

    private static void shares(String plan, Document document, Intake intake) throws UnreadableDocumentException {
        Row tables = JsonRows.whole(document).child("data");
        if (!tables.node().isObject()) {
            throw new UnreadableDocumentException("/data", "data", "is not an object");
        }
        try {
            new FtsShares(tables, plan, document).tell(intake);
        } catch (InvalidFigureException e) {
            throw new UnreadableDocumentException("/data", e.field(), String.valueOf(e.getMessage()));
        }
    }

    /** The regional plans of the overviews, by id. */
    private static Set<String> shared(List<Document> overviews) {
        Set<String> plans = new LinkedHashSet<>();
        for (Document overview : overviews) {
            try {
                JsonRows.each(
                        overview,
                        Unheard.INTAKE,
                        row -> {
                            if (new FtsPlan(row, overview).isShared()) {
                                plans.add(FtsPlan.whole(row.text("id")));
                            }
                        },
                        "data",
                        "plans");
            } catch (UnreadableDocumentException e) {
                // The run fails when it reads the overview, which names the place.
                log.info("no shares asked for, overview unreadable at={}: {}", e.at(), e.getMessage());
            }
        }
        return plans;
    }

    private URI byCountry(String plan) {
        return URI.create(baseUrl + "/v1/fts/flow/custom-search?planid=" + plan + "&groupby=location");
    }

    private IntStream years(Cursor cursor) {
        int last = cursor.today().getYear();
        if (cursor.since().isPresent()) {
            return IntStream.rangeClosed(cursor.since().get().getYear(), last);
        }
        return years.isEmpty()
                ? IntStream.rangeClosed(last - 1, last)
                : years.stream().mapToInt(Integer::intValue);
    }

    private URI overview(int year) {
        return URI.create(baseUrl + "/v2/fts/flow/plan/overview/progress/" + year);
    }
}
