package org.tocsin.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.MemoryArchive;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class RssCollectorIT extends CollectorContract {
    private static final Instant NOW = Instant.parse("2023-11-21T06:00:00Z");

    private final StubServer publisher = StubServer.start();
    private final MemoryArchive kept = new MemoryArchive(NOW);

    @AfterEach
    void close() {
        publisher.close();
        kept.close();
    }

    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of(
                "type",
                "rss",
                "feeds",
                List.of(Map.of("url", server.uri("/feeds/fil.rdf"), "countries", List.of("MLI"))));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of("/feeds/fil.rdf", request -> StubAnswer.bytes(Recorded.own("feed/news.rdf")));
    }

    @Override
    protected boolean declaresExtents() {
        return false;
    }

    @Test
    void aFeedIsAskedOnlyForWhatIsNewAndUnpackedHoweverItComes() throws Exception {
        publisher.on(
                "/a", StubAnswer.bytes(Recorded.own("feed/news.rss")).gzip().with("ETag", "\"v1\""));
        Collector rss = collector("/a");

        rss.fetch(Cursor.first(NOW), kept);
        Gathered first = Gathered.from(rss, kept.take());
        rss.fetch(Cursor.first(NOW), kept);

        assertThat(first.texts).hasSize(3);
        assertThat(kept.take()).isEmpty();
        assertThat(publisher.last().header("If-None-Match")).contains("\"v1\"");
    }

    @Test
    void oneFeedThatIsGoneKeepsNoOtherFromBeingRead() throws Exception {
        publisher.on("/a", StubAnswer.bytes(Recorded.own("feed/news.rss")));
        publisher.on("/gone", StubAnswer.status(410));
        publisher.on("/b", StubAnswer.bytes(Recorded.own("feed/news.atom")));
        Collector rss = collector("/a", "/gone", "/b");

        rss.fetch(Cursor.first(NOW), kept);

        assertThat(Gathered.from(rss, kept.take()).texts).hasSize(4);
    }

    @Test
    void noFeedThatCouldBeHadIsAFailure() {
        publisher.on("/gone", StubAnswer.status(410));

        assertThatThrownBy(() -> collector("/gone", "/gone").fetch(Cursor.first(NOW), kept))
                .isInstanceOf(FetchFailedException.class);
    }

    private Collector collector(String... paths) {
        List<Feed> feeds = java.util.Arrays.stream(paths)
                .map(path -> Feed.of(null, publisher.uri(path), null, null))
                .toList();
        return new RssCollectorFactory(null, null, feeds).build();
    }
}
