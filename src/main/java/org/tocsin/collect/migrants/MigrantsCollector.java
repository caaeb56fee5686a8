package org.tocsin.collect.migrants;

import java.net.URI;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Period;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/** Fetches the incidents of a year, all in one answer, and reads each into its dead and its missing. */
final class MigrantsCollector implements Collector {
    static final SourceId ID = new SourceId("missing-migrants");

    /** Where nothing is recorded people may have died all the same, so silence is not zero. */
    private static final Source SOURCE = new Source(
            ID,
            "IOM Missing Migrants Project",
            new Terms(
                    "CC BY 4.0",
                    URI.create("https://missingmigrants.iom.int/"),
                    "International Organization for Migration (IOM), Missing Migrants Project",
                    Redistribution.ROWS,
                    false),
            7,
            false);

    /**
     * Says that the source was seen, and no more: an incident that is not listed any more may still have happened.
     *
     * @see Extent#filter()
     */
    private static final String SEEN = "seen";

    private static final int FIRST_YEAR = 2014;
    private static final int NOT_FOUND = 404;
    private static final Pattern YEAR = Pattern.compile(".*/global-figures/(\\d{4})/json");

    private final URI baseUrl;
    private final List<Integer> years;

    MigrantsCollector(URI baseUrl, List<Integer> years) {
        this.baseUrl = baseUrl;
        this.years = years;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        for (int year : years.isEmpty() ? usual(cursor) : years) {
            try {
                archive.fetch(FetchRequest.get(ID.value(), URI.create(baseUrl + "/global-figures/" + year + "/json")));
            } catch (FetchFailedException e) {
                if (e.status() != NOT_FOUND || !hasJustBegun(year, cursor.today())) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        int year = yearOf(document);
        Incidents incidents = new Incidents(document, intake);
        long rows = JsonRows.each(document, intake, incidents::take);
        if (rows == 0 && !hasJustBegun(year, document.fetchedOn())) {
            throw new UnreadableDocumentException("", "array", "is empty");
        }
        Period days = new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        intake.complete(new Extent(ID, SEEN, days, document.fetchedOn()));
    }

    private static List<Integer> usual(Cursor cursor) {
        int now = cursor.today().getYear();
        int first = cursor.since()
                .map(day -> Math.max(day.getYear(), FIRST_YEAR))
                .orElse(cursor.last().isEmpty() ? FIRST_YEAR : now - 1);
        return IntStream.rangeClosed(first, now).boxed().toList();
    }

    /** Whether a year is so young that its list may not be there yet. */
    private static boolean hasJustBegun(int year, LocalDate today) {
        return year == today.getYear() && today.getMonth() == Month.JANUARY;
    }

    private static int yearOf(Document document) throws UnreadableDocumentException {
        Matcher path = YEAR.matcher(String.valueOf(document.url().getPath()));
        int year = path.matches() ? Integer.parseInt(path.group(1)) : 0;
        if (year < FIRST_YEAR) {
            throw new UnreadableDocumentException("", "url", "names no year since " + FIRST_YEAR);
        }
        return year;
    }
}
