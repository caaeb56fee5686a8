package org.tocsin.collect.feed;

import java.util.List;
import java.util.stream.Stream;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.ReaderFuzz;
import org.tocsin.collect.Recorded;

final class RssFuzzTest extends ReaderFuzz {
    @Override
    protected Collector collector() {
        return new RssCollectorFactory(null, null, null).build();
    }

    @Override
    protected List<Document> answers() {
        return Stream.of("feed/news.rss", "feed/news.rdf", "feed/news.atom")
                .map(feed -> Recorded.document(Recorded.own(feed), "https://example.org/feed", "2023-11-21T06:00:00Z"))
                .toList();
    }
}
