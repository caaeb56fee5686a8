package org.tocsin.collect.acled;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
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

/**
 * Fetches all events once, then what was entered, changed or taken back since, and once a week the last 90 days anew as a check.
 *
 * <p>ACLED codes backwards all the time, so an event may come or change long after its day.
 */
final class AcledCollector implements Collector {
    static final SourceId ID = new SourceId("acled");

    private static final Source SOURCE = new Source(
            ID,
            "Armed Conflict Location and Event Data (ACLED)",
            new Terms(
                    "ACLED terms of use and attribution policy",
                    URI.create("https://acleddata.com/eula"),
                    "Armed Conflict Location and Event Data Project (ACLED), acleddata.com",
                    Redistribution.AGGREGATE_ONLY,
                    true),
            7,
            true);

    /** What is entered while we ask has a moment before it can be seen. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private static final int CHECKED_DAYS = 90;
    private static final int WEEK = 7;

    private final URI baseUrl;
    private final Account account;
    private final List<String> countries;
    private final LocalDate from;
    private final int pageSize;

    AcledCollector(URI baseUrl, Account account, List<String> countries, LocalDate from, int pageSize) {
        this.baseUrl = baseUrl;
        this.account = account;
        this.countries = countries;
        this.from = from;
        this.pageSize = pageSize;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        Session session = new Session(URI.create(baseUrl + "/oauth/token"), account, archive);
        AcledApi api = new AcledApi(baseUrl, session, pageSize);
        Optional<Instant> last = cursor.last();
        if (cursor.since().isPresent() || last.isEmpty()) {
            whole(api, cursor.since().orElse(from), cursor.today());
            return;
        }
        Instant since = last.get().minus(OVERLAP);
        api.deleted(since.getEpochSecond());
        api.events(Slice.changed(since, countries));
        if (week(last.get()) != week(cursor.now())) {
            whole(api, cursor.today().minusDays(CHECKED_DAYS), cursor.today());
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Asked asked = Asked.of(document.url());
        Page page = Page.of(document);
        if (!page.isGood()) {
            throw new UnreadableDocumentException("/status", "status", "is " + page.status());
        }
        if (asked.isForDeleted()) {
            JsonRows.each(document, intake, row -> intake.withdrawn(row.text("event_id_cnty")), "data");
            return;
        }
        JsonRows.each(document, intake, row -> new AcledEvent(row, document).tell(intake), "data");
        Optional<Extent> whole = asked.isEndedBy(page.rows()) ? asked.extent(document, page) : Optional.empty();
        whole.ifPresent(intake::complete);
    }

    /** From the month of the first day on, and a week before it: events dated to a week may be filed under a day of it. */
    private void whole(AcledApi api, LocalDate first, LocalDate last) throws FetchFailedException {
        Slice slice = Slice.happened(first.withDayOfMonth(1).minusDays(WEEK), last, countries);
        if (api.events(slice) == 0) {
            throw new FetchFailedException("empty", "no event in the whole span, which is not believed");
        }
    }

    private static int week(Instant moment) {
        var day = moment.atZone(ZoneOffset.UTC);
        return day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
