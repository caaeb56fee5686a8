package org.tocsin.collect.gdacs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
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

final class GdacsCollectorIT extends CollectorContract {
    private static final Instant NOW = Instant.parse("2025-02-02T06:00:00Z");
    private static final String FEED = "/gdacs/xml/rss.xml";
    private static final String EVENT = "/gdacs/gdacsapi/api/events/geteventdata";

    private final StubServer site = StubServer.start();
    private final MemoryArchive kept = new MemoryArchive(NOW);

    @AfterEach
    void close() {
        site.close();
        kept.close();
    }

    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of("type", "gdacs", "baseUrl", server.uri("/gdacs"));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                FEED,
                request -> StubAnswer.bytes(Recorded.own("gdacs/rss.xml")).with("ETag", "\"1\""),
                EVENT,
                request -> StubAnswer.bytes(Recorded.own("gdacs/FL1102983.json")));
    }

    @Override
    protected boolean declaresExtents() {
        return false;
    }

    @Test
    void onlyTheEventsOfGraveAlertsAreAskedFor() throws Exception {
        answers().forEach(site::on);

        collector(Set.of("Orange", "Red")).fetch(Cursor.first(NOW), kept);

        assertThat(kept.take()).hasSize(2);
        assertThat(site.received(EVENT))
                .extracting(request -> request.uri().getQuery())
                .containsExactly("eventtype=FL&eventid=1102983");
    }

    @Test
    void aFeedThatDidNotChangeAsksForNoEvent() throws Exception {
        answers().forEach(site::on);
        Collector gdacs = collector(Set.of("Orange"));
        gdacs.fetch(Cursor.first(NOW), kept);
        kept.take();

        gdacs.fetch(Cursor.first(NOW), kept);

        assertThat(kept.take()).isEmpty();
        assertThat(site.received(EVENT)).hasSize(1);
    }

    @Test
    void anEventThatCannotBeHadKeepsNoOtherFromBeingRead() throws Exception {
        answers().forEach(site::on);
        site.on(
                EVENT,
                request -> request.uri().getQuery().contains("FL")
                        ? StubAnswer.bytes(Recorded.own("gdacs/FL1102983.json"))
                        : StubAnswer.status(404));
        Collector gdacs = collector(Set.of("Orange", "Green"));

        gdacs.fetch(Cursor.first(NOW), kept);

        assertThat(Gathered.from(gdacs, kept.take()).figures).hasSize(4);
        site.on(EVENT, StubAnswer.status(404));
        site.on(FEED, StubAnswer.bytes(Recorded.own("gdacs/rss.xml")));
        assertThatThrownBy(() -> gdacs.fetch(Cursor.first(NOW), kept)).isInstanceOf(FetchFailedException.class);
    }

    private Collector collector(Set<String> levels) {
        return new GdacsCollectorFactory(URI.create(site.uri("/gdacs").toString()), null, levels).build();
    }
}
