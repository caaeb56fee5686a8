package org.tocsin.collect.hapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

final class HapiCollectorIT extends CollectorContract {
    private static final Instant NOW = Instant.parse("2024-02-10T06:00:00Z");

    private final StubServer source = StubServer.start();
    private final MemoryArchive kept = new MemoryArchive(NOW);

    @AfterEach
    void close() {
        source.close();
        kept.close();
    }

    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of("type", "hapi", "baseUrl", server.uri("/api/v2"), "appIdentifier", "s3cr3t");
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        Map<String, Function<StubServer.Received, StubAnswer>> answers = new HashMap<>();
        Map.of(
                        Subject.IDPS, "idps",
                        Subject.REFUGEES_PERSONS_OF_CONCERN, "refugees",
                        Subject.RETURNEES, "returnees",
                        Subject.HUMANITARIAN_NEEDS, "needs",
                        Subject.CONFLICT_EVENTS, "conflict",
                        Subject.FUNDING, "funding",
                        Subject.FOOD_SECURITY, "food")
                .forEach((subject, name) -> answers.put(
                        "/api/v2/" + subject.path(),
                        request -> request.uri().getQuery().contains("app_identifier=s3cr3t")
                                ? StubAnswer.bytes(Recorded.own("hapi/" + name + ".json"))
                                : StubAnswer.status(403)));
        return answers;
    }

    @Test
    void aSubjectIsWalkedUntilAPageIsNotFull() throws Exception {
        source.on(
                "/api/v2/" + Subject.IDPS.path(),
                request -> StubAnswer.ok(page(request.uri().getQuery().contains("offset=10000") ? 3 : 10_000)));
        Collector hapi = collector("k");

        hapi.fetch(Cursor.first(NOW), kept);

        assertThat(source.received())
                .extracting(request -> request.uri().getQuery())
                .containsExactly(query(0), query(10_000));
        Gathered read = Gathered.from(hapi, kept.take());
        assertThat(read.figures).hasSize(10_003);
        assertThat(read.extents).hasSize(1);
    }

    @Test
    void aServerThatGivesTheSamePageForEverFailsTheFetch() {
        source.on("/api/v2/" + Subject.IDPS.path(), request -> StubAnswer.ok(page(10_000)));

        assertThatThrownBy(() -> collector("k").fetch(Cursor.first(NOW), kept))
                .isInstanceOfSatisfying(
                        FetchFailedException.class, e -> assertThat(e.reason()).isEqualTo("incomplete"));
    }

    @Test
    void aRefusedIdentifierIsToldWithWhatToDo() {
        source.on("/api/v2/" + Subject.IDPS.path(), StubAnswer.status(403));

        assertThatThrownBy(() -> collector("k").fetch(Cursor.first(NOW), kept))
                .isInstanceOfSatisfying(FetchFailedException.class, e -> {
                    assertThat(e.reason()).isEqualTo("forbidden");
                    assertThat(e).hasMessageContaining("/encode_app_identifier");
                });
    }

    @Test
    void withoutAnIdentifierTheTablesAloneAreFetched() throws Exception {
        source.on("/conflict.csv", StubAnswer.bytes(Recorded.own("hapi/conflict.csv")));
        Collector hapi = new HapiCollectorFactory(
                        null,
                        null,
                        null,
                        null,
                        List.of(URI.create(source.uri("/conflict.csv").toString())),
                        null)
                .build();

        hapi.fetch(Cursor.first(NOW), kept);

        assertThat(source.received()).hasSize(1);
        assertThat(Gathered.from(hapi, kept.take()).figures).hasSize(5);
    }

    private Collector collector(String identifier) {
        URI base = URI.create(source.uri("/api/v2").toString());
        return new HapiCollectorFactory(base, null, identifier, List.of(Subject.IDPS), null, null).build();
    }

    private static String query(int offset) {
        return "output_format=json&start_date=2022-01-01&limit=10000&offset=" + offset + "&app_identifier=k";
    }

    private static String page(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(
                        row -> "{\"location_code\":\"AFG\",\"admin_level\":0,\"operation\":\"Of " + rows
                                + "\",\"reporting_round\":" + row
                                + ",\"population\":5,\"reference_period_start\":\"2023-01-01\",\"reference_period_end\":\"2023-01-31\"}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }
}
