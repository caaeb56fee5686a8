package org.tocsin.collect.odp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.MemoryArchive;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class OdpCollectorIT extends CollectorContract {
    private static final Instant NOW = Instant.parse("2024-07-04T06:00:00Z");

    private final StubServer source = StubServer.start();
    private final MemoryArchive kept = new MemoryArchive(NOW);

    @AfterEach
    void close() {
        source.close();
        kept.close();
    }

    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of(
                "type", "unhcr-odp",
                "baseUrl", server.uri("/odp"),
                "countries", List.of("SSD", "UGA"),
                "displaced", Map.of("MMR", List.of(5407, 4999)),
                "situations",
                        List.of(Map.of(
                                "widget", 283575, "view", 54, "group", "5478", "metric", "arrivals", "origin", "UKR")));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                "/odp/population/get/origin",
                request -> own(
                        request.uri().getQuery().equals("geo_id=259&population_collection=4,29")
                                ? "origins-ssd.json"
                                : "origins-uga.json"),
                "/odp/population/",
                request -> own("groups-mmr.json"),
                "/odp/population/get/timeseries",
                request -> own("series-ukr.json"));
    }

    @Test
    void eachCountryEachGroupAndEachSituationIsAskedForByItself() throws Exception {
        answers().forEach(source::on);
        OdpCollector odp = new OdpCollector(
                source.uri("/odp"),
                new OdpQuestions(
                        List.of("SSD", "UGA"),
                        List.of(4, 29),
                        Map.of("MMR", List.of(5407, 4999)),
                        List.of(OdpCollectorTest.UKRAINE)));

        odp.fetch(Cursor.first(NOW), kept);

        assertThat(source.received())
                .extracting(
                        request -> request.uri().getPath() + "?" + request.uri().getQuery())
                .containsExactly(
                        "/odp/population/get/origin?geo_id=259&population_collection=4,29",
                        "/odp/population/get/origin?geo_id=220&population_collection=4,29",
                        "/odp/population/?geo_id=693&population_group=5407,4999",
                        "/odp/population/get/timeseries?widget_id=283575&sv_id=54&population_group=5478"
                                + "&frequency=day&fromDate=1900-01-01");
        assertThat(Gathered.from(odp, kept.take()).figures).hasSize(6 + 1 + 1 + 3);
    }

    private static StubAnswer own(String name) {
        return StubAnswer.bytes(Recorded.own("odp/" + name));
    }
}
