package org.tocsin.collect.feed;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Intake;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.collect.XmlRows;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.Terms;
import org.tocsin.http.FetchRequest;

/**
 * Fetches news feeds and reads their items, in RSS 2.0, RSS 1.0 and Atom, into texts.
 *
 * <p>A feed tells nothing that it does not hold any more, so no extent is declared.
 */
final class RssCollector implements Collector {
    private static final Logger log = LoggerFactory.getLogger(RssCollector.class);

    private static final Terms TERMS = new Terms(
            "facts only; each text stays with its publisher",
            URI.create("https://www.rssboard.org/rss-specification"),
            "the publisher of each text",
            Redistribution.AGGREGATE_ONLY,
            false);

    /** What opens a feed, of any of the three formats: its own title, which none may lack. */
    private static final Set<String> OPENINGS =
            Set.of("/rss/channel/title[1]", "/rdf:RDF/channel/title[1]", "/feed/title[1]");

    private final Source source;
    private final List<Feed> feeds;

    RssCollector(SourceId id, List<Feed> feeds) {
        this.source = new Source(id, "News feeds", TERMS, 1, false);
        this.feeds = feeds;
    }

    @Override
    public Source source() {
        return source;
    }

    /** Asks every feed: one that cannot be had keeps no other from being read, and the run fails only if none could be. */
    @Override
    public void fetch(Cursor cursor, Archive archive) throws FetchFailedException {
        @Nullable FetchFailedException last = null;
        int failed = 0;
        for (Feed feed : feeds) {
            try {
                archive.fetch(request(feed));
            } catch (FetchFailedException e) {
                log.warn(
                        "feed failed source={} feed={} reason={}: {}",
                        source.id(),
                        feed.name(),
                        e.reason(),
                        e.getMessage());
                last = e;
                failed++;
            }
        }
        if (last != null && failed == feeds.size()) {
            throw last;
        }
    }

    @Override
    public void read(Document document, Intake intake) throws UnreadableDocumentException {
        Feed feed = feedOf(document);
        Map<String, Item> newest = new LinkedHashMap<>();
        boolean[] opened = new boolean[1];
        XmlRows.each(
                document,
                intake,
                row -> {
                    if (row.at().contains("/title[")) {
                        opened[0] |= OPENINGS.contains(row.at());
                    } else {
                        Item item = new Item(row);
                        // The same item put out anew stands twice in some feeds; the later one counts.
                        newest.merge(item.id(), item, Item::later);
                    }
                },
                Set.of("title", "item", "entry"));
        if (!opened[0]) {
            throw new UnreadableDocumentException(
                    "", "document", "is not a feed: no RSS channel and no Atom feed with a title");
        }
        newest.values().forEach(item -> item.tell(feed, document.fetchedOn(), intake));
    }

    private Feed feedOf(Document document) {
        return feeds.stream()
                .filter(feed -> Document.address(request(feed).redactedUri()).equals(document.url()))
                .findFirst()
                .orElseGet(() -> Feed.unnamed(document.url()));
    }

    private FetchRequest request(Feed feed) {
        return FetchRequest.get(source.id().value(), feed.url());
    }
}
