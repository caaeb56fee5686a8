package org.tocsin.collect.hapi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CsvRows;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/**
 * Fetches the subjects of the Humanitarian API page by page, and its tables, and reads either.
 *
 * <p>What is no longer there is not taken back: the API holds what its providers last handed over. Among them are ACLED and IOM, whose
 * rows are not to be passed on.
 */
final class HapiCollector implements Collector {
    static final SourceId ID = new SourceId("hapi");

    private static final Source SOURCE = new Source(
            ID,
            "HDX Humanitarian API",
            new Terms(
                    "CC BY 4.0; rows of ACLED and IOM DTM under their own terms",
                    URI.create("https://data.humdata.org/hapi"),
                    "OCHA Humanitarian Data Exchange (HDX) and the provider named with each figure",
                    Redistribution.AGGREGATE_ONLY,
                    false),
            30,
            false);

    private static final int YEARS = 2;
    private static final Pattern START = Pattern.compile(".*&start_date=(\\d{4}-\\d{2}-\\d{2})&.*");
    private static final String BEFORE_TEXT = " \t\r\n\u00ef\u00bb\u00bf";

    private final HapiApi api;
    private final List<Subject> subjects;
    private final List<URI> files;
    private final Set<String> allowedHosts;

    HapiCollector(HapiApi api, List<Subject> subjects, List<URI> files, Set<String> allowedHosts) {
        this.api = api;
        this.subjects = subjects;
        this.files = files;
        this.allowedHosts = allowedHosts;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        for (URI file : files) {
            FetchRequest request = FetchRequest.get(ID.value(), file);
            for (String host : allowedHosts) {
                request = request.allowing(host);
            }
            archive.fetch(request);
        }
        if (api.canBeAsked()) {
            LocalDate start = cursor.since()
                    .orElseGet(() -> cursor.today().minusYears(YEARS).withDayOfYear(1));
            for (Subject subject : subjects) {
                api.walk(subject, start, archive);
            }
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        if (isJson(document)) {
            readPage(document, intake);
        } else {
            readTable(document, intake);
        }
    }

    private static void readPage(Document document, Intake intake) throws UnreadableDocumentException {
        Subject subject = Subject.ofPath(document.url().getPath());
        long rows = JsonRows.each(document, intake, row -> tell(subject, row, document, intake), "data");
        Matcher start = START.matcher(String.valueOf(document.url().getQuery()));
        if (rows < HapiApi.PAGE_SIZE && start.matches()) {
            Period span = new Period(LocalDate.parse(start.group(1)), document.fetchedOn());
            intake.complete(new Extent(ID, subject.path(), span, document.fetchedOn()));
        }
    }

    private static void readTable(Document document, Intake intake) throws UnreadableDocumentException {
        Walked walked = new Walked();
        CsvRows.each(
                document,
                intake,
                row -> {
                    Subject subject = Subject.ofColumns(row);
                    tell(subject, row, document, intake);
                    walked.add(subject, row);
                },
                "reference_period_start",
                "reference_period_end");
        walked.extent(document.fetchedOn()).ifPresent(intake::complete);
    }

    private static void tell(Subject subject, Row row, Document document, Intake intake) {
        String error = row.findText("error").orElse("");
        if (error.isEmpty()) {
            subject.tell(new HapiRow(row, document), intake);
        } else {
            intake.skipped(row.at(), "error", "HDX marks the row as wrong: " + error);
        }
    }

    private static boolean isJson(Document document) throws UnreadableDocumentException {
        try (InputStream bytes = document.open()) {
            int first = bytes.read();
            while (first >= 0 && BEFORE_TEXT.indexOf(first) >= 0) {
                first = bytes.read();
            }
            return first == '{' || first == '[';
        } catch (IOException e) {
            throw new UnreadableDocumentException("", "document", "cannot be opened: " + e.getMessage());
        }
    }
}
