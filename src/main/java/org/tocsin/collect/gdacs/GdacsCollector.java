package org.tocsin.collect.gdacs;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.JsonRows;
import org.tocsin.collect.Row;
import org.tocsin.collect.Unheard;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.collect.XmlRows;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/**
 * Fetches the feed of alerts and the event behind each grave one, and reads from the events what they did to people.
 *
 * <p>The feed holds the events of some days, and an event need not say what it did, so no extent is declared.
 */
final class GdacsCollector implements Collector {
    static final SourceId ID = new SourceId("gdacs");

    private static final Logger log = LoggerFactory.getLogger(GdacsCollector.class);

    private static final String FEED = "/xml/rss.xml";
    private static final String EVENT = "/gdacsapi/api/events/geteventdata";

    private static final Source SOURCE = new Source(
            ID,
            "Global Disaster Alert and Coordination System",
            new Terms(
                    "European Union, syndication allowed if the source is acknowledged",
                    URI.create("https://www.gdacs.org/About/termofuse.aspx"),
                    "Global Disaster Alert and Coordination System (GDACS)",
                    Redistribution.ROWS,
                    false),
            1,
            false);

    private final URI baseUrl;
    private final Set<String> levels;

    GdacsCollector(URI baseUrl, Set<String> levels) {
        this.baseUrl = baseUrl;
        this.levels = levels;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    /** An event that cannot be had keeps no other from being read; it comes with the feed again. */
    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        Optional<Document> feed = archive.fetch(request(FEED));
        Set<Alert> alerts = feed.isEmpty() ? Set.of() : grave(feed.get());
        @Nullable FetchFailedException last = null;
        int failed = 0;
        for (Alert alert : alerts) {
            try {
                archive.fetch(request(EVENT + "?eventtype=" + alert.type() + "&eventid=" + alert.event()));
            } catch (FetchFailedException e) {
                log.warn(
                        "event failed event={}{} reason={}: {}",
                        alert.type(),
                        alert.event(),
                        e.reason(),
                        e.getMessage());
                last = e;
                failed++;
            }
        }
        if (last != null && failed == alerts.size()) {
            throw last;
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        if (document.url().getPath().endsWith(FEED)) {
            alerts(document, intake, alert -> {});
            return;
        }
        Row event = JsonRows.whole(document).child("properties");
        if (!event.node().isObject()) {
            throw new UnreadableDocumentException("/properties", "properties", "are missing");
        }
        new GdacsEvent(event, document).tell(intake);
    }

    private Set<Alert> grave(Document feed) throws FetchFailedException {
        Set<Alert> grave = new LinkedHashSet<>();
        try {
            alerts(feed, Unheard.INTAKE, alert -> {
                if (levels.contains(alert.level())) {
                    grave.add(alert);
                }
            });
        } catch (UnreadableDocumentException e) {
            throw new FetchFailedException("unreadable", "feed, " + e.at() + ": " + e.getMessage());
        }
        return grave;
    }

    private static void alerts(Document feed, Intake intake, Consumer<Alert> found) throws UnreadableDocumentException {
        boolean[] opened = new boolean[1];
        XmlRows.each(
                feed,
                intake,
                row -> {
                    if (row.at().endsWith("/title[1]")) {
                        opened[0] |= row.at().equals("/rss/channel/title[1]");
                    } else {
                        found.accept(Alert.of(row));
                    }
                },
                Set.of("title", "item"));
        if (!opened[0]) {
            throw new UnreadableDocumentException("", "document", "is not the feed of alerts");
        }
    }

    private FetchRequest request(String path) {
        return FetchRequest.get(ID.value(), URI.create(baseUrl + path)).atMostEvery(Duration.ofSeconds(1));
    }
}
