package org.tocsin.collect.gidd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.MemoryArchive;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class GiddCollectorIT extends CollectorContract {
    private static final Instant NOW = Instant.parse("2024-02-10T06:00:00Z");
    private static final String CONFLICTS = "/external-api/gidd/conflicts/";
    private static final String DISASTERS = "/external-api/gidd/disasters/";

    private final StubServer source = StubServer.start();
    private final MemoryArchive kept = new MemoryArchive(NOW);

    @AfterEach
    void close() {
        source.close();
        kept.close();
    }

    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of("type", "idmc-gidd", "baseUrl", server.uri("/external-api"), "clientId", "s3cr3t");
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                CONFLICTS, request -> page("conflicts", request), DISASTERS, request -> page("disasters", request));
    }

    @Test
    void eachTableIsWalkedToItsEndUnderAddressesOfOurOwn() throws Exception {
        answers().forEach(source::on);

        gidd().fetch(Cursor.first(NOW), kept);

        String question = "client_id=s3cr3t&format=json&start_year=2015&limit=1000&offset=";
        assertThat(source.received())
                .extracting(
                        request -> request.uri().getPath() + " " + request.uri().getQuery())
                .containsExactly(
                        CONFLICTS + " " + question + 0,
                        CONFLICTS + " " + question + 3,
                        DISASTERS + " " + question + 0,
                        DISASTERS + " " + question + 4);
        assertThat(kept.take()).hasSize(4);
    }

    @Test
    void aReleaseThatComesOutUnderwayIsNotReadInHalves() {
        source.on(
                CONFLICTS,
                StubAnswer.ok("{\"last_updated\":\"2023-05-11\",\"count\":2,\"results\":[{}]}"),
                StubAnswer.ok("{\"last_updated\":\"2024-05-14\",\"count\":2,\"results\":[{}]}"));

        assertThatThrownBy(() -> gidd().fetch(Cursor.first(NOW), kept))
                .isInstanceOfSatisfying(
                        FetchFailedException.class, e -> assertThat(e.reason()).isEqualTo("incomplete"));
    }

    @Test
    void aTableWithMoreRowsThanItSaysIsIncomplete() {
        source.on(CONFLICTS, StubAnswer.ok("{\"last_updated\":\"2023-05-11\",\"count\":1,\"results\":[{},{}]}"));

        assertThatThrownBy(() -> gidd().fetch(Cursor.first(NOW), kept)).isInstanceOf(FetchFailedException.class);
    }

    @Test
    void aClientThatIsNotRegisteredIsToldWithWhatToDo() {
        source.on(CONFLICTS, StubAnswer.status(403, "Client is not registered."));

        assertThatThrownBy(() -> gidd().fetch(Cursor.first(NOW), kept))
                .isInstanceOfSatisfying(FetchFailedException.class, e -> {
                    assertThat(e.reason()).isEqualTo("access");
                    assertThat(e).hasMessageContaining("'clientId'");
                });
    }

    private GiddCollector gidd() {
        return new GiddCollector(source.uri("/external-api"), "s3cr3t", 10);
    }

    private static StubAnswer page(String table, StubServer.Received request) {
        String query = request.uri().getQuery();
        return query.startsWith("client_id=s3cr3t&format=json&")
                ? StubAnswer.bytes(Recorded.own("gidd/" + table + "-" + query.replaceAll(".*&offset=", "") + ".json"))
                : StubAnswer.status(403, "Client is not registered.");
    }
}
