package org.tocsin.collect.unhcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.MemoryArchive;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class UnhcrCollectorIT extends CollectorContract {
    private static final Instant NOW = Instant.parse("2024-02-10T06:00:00Z");
    private static final String ASKED = "/population/v1/population/";

    private final StubServer source = StubServer.start();
    private final MemoryArchive kept = new MemoryArchive(NOW);

    @AfterEach
    void close() {
        source.close();
        kept.close();
    }

    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of("type", "unhcr", "baseUrl", server.uri("/population/v1"));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(ASKED, request -> {
            String page = request.uri().getQuery().replaceAll(".*&page=(\\d+)$", "$1");
            return StubAnswer.bytes(Recorded.own("unhcr/population-page" + page + ".json"));
        });
    }

    @Test
    void everyPairOfTheWorldIsAskedForWhereNoCountryIsNamedAndWalkedToTheEnd() throws Exception {
        answers().forEach(source::on);

        collector(List.of(), List.of()).fetch(Cursor.first(NOW), kept);

        String question = "cf_type=ISO&coo_all=true&coa_all=true&yearFrom=2021&yearTo=2024&limit=10000&page=";
        assertThat(source.received())
                .extracting(request -> request.uri().getQuery())
                .containsExactly(question + 1, question + 2);
    }

    @Test
    void aPairThatBothListsNameIsOneRecord() throws Exception {
        answers().forEach(source::on);
        UnhcrCollector unhcr = collector(List.of("SDN", "UKR"), List.of("TCD"));

        unhcr.fetch(new Cursor(NOW, Optional.of(LocalDate.parse("2015-05-01")), Optional.empty()), kept);

        assertThat(source.received())
                .extracting(request -> request.uri().getQuery())
                .anyMatch(query -> query.contains("&coo=SDN,UKR&coa_all=true&yearFrom=2015&"))
                .anyMatch(query -> query.contains("&coa=TCD&coo_all=true&yearFrom=2015&"));
        Gathered read = Gathered.from(unhcr, kept.take());
        assertThat(read.figures).hasSize(48);
        assertThat(read.figures.stream().map(figure -> figure.record()).distinct())
                .hasSize(24);
    }

    @Test
    void aWalkThatChangesUnderwayIsIncomplete() {
        source.on(
                ASKED,
                StubAnswer.ok("{\"page\":1,\"maxPages\":2,\"items\":[{}]}"),
                StubAnswer.ok("{\"page\":2,\"maxPages\":3,\"items\":[{}]}"));

        assertThatThrownBy(() -> collector(List.of(), List.of()).fetch(Cursor.first(NOW), kept))
                .isInstanceOfSatisfying(
                        FetchFailedException.class, e -> assertThat(e.reason()).isEqualTo("incomplete"));
    }

    @Test
    void aWalkWithoutAnEndIsNotBegun() {
        source.on(ASKED, StubAnswer.ok("{\"page\":1,\"maxPages\":4000000,\"items\":[{}]}"));

        assertThatThrownBy(() -> collector(List.of(), List.of()).fetch(Cursor.first(NOW), kept))
                .isInstanceOf(FetchFailedException.class);
        assertThat(source.received()).hasSize(1);
    }

    private UnhcrCollector collector(List<String> origins, List<String> asylums) {
        return new UnhcrCollector(source.uri("/population/v1"), origins, asylums, 4);
    }
}
