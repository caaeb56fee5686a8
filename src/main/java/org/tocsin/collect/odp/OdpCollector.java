package org.tocsin.collect.odp;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/**
 * Fetches what the portal's pages show of countries and situations.
 *
 * <p>The portal overwrites a country's number and keeps the day it is as of; of a situation it gives every day again, corrected ones too.
 * A number that is gone is not taken back: the portal regroups its populations.
 */
final class OdpCollector implements Collector {
    static final SourceId ID = new SourceId("unhcr-odp");

    private static final Source SOURCE = new Source(
            ID,
            "UNHCR Operational Data Portal",
            new Terms(
                    "CC BY",
                    URI.create("https://data.unhcr.org/"),
                    "UNHCR Operational Data Portal",
                    Redistribution.ROWS,
                    false),
            30,
            false);

    private static final Duration POLITE = Duration.ofSeconds(1);

    private final URI baseUrl;
    private final OdpQuestions questions;

    OdpCollector(URI baseUrl, OdpQuestions questions) {
        this.baseUrl = baseUrl;
        this.questions = questions;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        List<FetchRequest> requests = questions.addresses().stream()
                .map(address -> FetchRequest.get(ID.value(), URI.create(baseUrl + address))
                        .atMostEvery(POLITE))
                .toList();
        archive.fetchTogether(requests);
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        String path = String.valueOf(document.url().getPath());
        if (path.endsWith(OdpQuestions.SERIES)) {
            readSeries(situation(document), document, intake);
        } else if (path.endsWith(OdpQuestions.ORIGINS) || path.endsWith(OdpQuestions.GROUPS)) {
            readCountry(document, intake);
        } else {
            throw new UnreadableDocumentException("", "url", "is none of the portal's that is asked: " + path);
        }
        intake.complete(new Extent(ID, "seen", Period.day(document.fetchedOn()), document.fetchedOn()));
    }

    private static void readCountry(Document document, Intake intake) throws UnreadableDocumentException {
        Set<SourceRecord> told = new HashSet<>();
        long rows = JsonRows.each(
                document,
                intake,
                row -> new People(row, document).figure().ifPresent(figure -> {
                    if (!told.add(figure.record())) {
                        throw new InvalidFigureException("pop_type_code", "is told twice of one origin");
                    }
                    intake.figure(figure);
                }),
                "data");
        if (rows == 0) {
            // A country without numbers is told by one row of nulls.
            throw new UnreadableDocumentException("/data", "data", "is empty");
        }
    }

    private static void readSeries(Situation situation, Document document, Intake intake)
            throws UnreadableDocumentException {
        long days =
                JsonRows.each(document, intake, row -> tellDay(situation, row, document, intake), "data", "timeseries");
        if (days == 0) {
            throw new UnreadableDocumentException("/data/timeseries", "timeseries", "is empty");
        }
    }

    private static void tellDay(Situation situation, Row row, Document document, Intake intake) {
        Period day = Period.day(row.date("data_date"));
        row.findCount("individuals")
                .ifPresent(people -> intake.figure(new Figure(
                        situation.series(),
                        SourceRecord.of(situation.view() + "/" + situation.group() + "/" + day.end()),
                        new Statement(day, Quantity.of(people, Qualifier.EXACT), Status.PROVISIONAL, Event.NONE),
                        new Provenance(SOURCE.terms().link(), null, document.sha256(), row.pointer("individuals")))));
    }

    private Situation situation(Document document) throws UnreadableDocumentException {
        String query = String.valueOf(document.url().getQuery());
        return questions.situations().stream()
                .filter(each -> each.isAskedBy(query))
                .findFirst()
                .orElseThrow(() ->
                        new UnreadableDocumentException("", "url", "is about no situation of the settings: " + query));
    }
}
