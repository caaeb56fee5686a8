package org.tocsin.collect.ucdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

final class UcdpCollectorIT extends CollectorContract {
    private static final Instant NOW = Instant.parse("2024-03-25T04:00:00Z");
    private static final String FINAL = "/api/gedevents/23.1";

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
                "type", "ucdp",
                "baseUrl", server.uri("/api"),
                "token", "s3cr3t",
                "versions", List.of("23.1"),
                "optional", List.of("24.0.1", "24.0.2"));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                FINAL,
                request -> request.header("x-ucdp-access-token").orElse("").equals("s3cr3t")
                        ? StubAnswer.bytes(Recorded.own("ucdp/ged-23.1-page" + page(request) + ".json"))
                        : StubAnswer.status(401),
                "/api/gedevents/24.0.1",
                request -> StubAnswer.bytes(Recorded.own("ucdp/ged-24.0.1-page0.json")));
    }

    @Test
    void aVersionIsWalkedPageByPageAtTheHostItBeganWith() throws Exception {
        answers().forEach(source::on);

        fetch(List.of("23.1"), List.of());

        assertThat(source.received())
                .extracting(request -> request.uri().getQuery())
                .containsExactly("pagesize=1000&page=0", "pagesize=1000&page=1", "pagesize=1000&page=2");
        assertThat(kept.take()).hasSize(3);
    }

    @Test
    void withoutVersionsTheNewestFinalOneIsFoundAndTheCandidatesOfTheMonthsSince() throws Exception {
        answers().forEach(source::on);

        fetch(List.of(), List.of());

        assertThat(source.received())
                .extracting(request -> request.uri().getPath().substring("/api/gedevents/".length()))
                .startsWith("24.1", "23.1", "23.1", "23.1", "23.01.23.12", "23.01.23.09", "23.01.23.06", "23.01.23.03")
                .containsSequence("23.01.23.03", "23.0.1", "23.0.2")
                .endsWith("23.0.12", "24.0.1", "24.0.2");
        assertThat(Gathered.from(collector(List.of(), List.of()), kept.take()).extents)
                .hasSize(2);
    }

    @Test
    void monthsThatCandidatesOfSeveralMonthsHoldAreNotAskedFor() throws Exception {
        answers().forEach(source::on);
        source.on(
                "/api/gedevents/23.01.23.09", request -> StubAnswer.bytes(Recorded.own("ucdp/ged-24.0.1-page0.json")));

        fetch(List.of(), List.of());

        assertThat(source.received())
                .extracting(request -> request.uri().getPath().substring("/api/gedevents/".length()))
                .containsExactly(
                        "24.1",
                        "23.1",
                        "23.1",
                        "23.1",
                        "23.01.23.12",
                        "23.01.23.09",
                        "23.0.10",
                        "23.0.11",
                        "23.0.12",
                        "24.0.1",
                        "24.0.2");
    }

    @Test
    void aCandidateThatAFinalVersionOvertookIsNotAskedForAgain() throws Exception {
        answers().forEach(source::on);

        fetch(List.of("23.1"), List.of("22.0.11", "22.01.22.06"));

        assertThat(source.received()).hasSize(3);
    }

    @Test
    void pagesThatHoldFewerEventsThanTheySayFailTheFetch() {
        source.on(FINAL, request -> StubAnswer.bytes(Recorded.own("ucdp/ged-23.1-page2.json")));

        assertThatThrownBy(() -> fetch(List.of("23.1"), List.of()))
                .isInstanceOfSatisfying(
                        FetchFailedException.class, e -> assertThat(e.reason()).isEqualTo("incomplete"));
    }

    @Test
    void aWalkThatChangesUnderwayFailsTheFetch() {
        source.on(
                FINAL,
                StubAnswer.ok("{\"TotalCount\": 2, \"NextPageUrl\": \"more\", \"Result\": [{}]}"),
                StubAnswer.ok("{\"TotalCount\": 3, \"NextPageUrl\": \"\", \"Result\": [{}]}"));

        assertThatThrownBy(() -> fetch(List.of("23.1"), List.of())).isInstanceOf(FetchFailedException.class);
    }

    @Test
    void aWalkThatNeverEndsIsEnded() {
        source.on(
                FINAL,
                StubAnswer.ok("{\"TotalCount\": 2, \"NextPageUrl\": \"more\", \"Result\": [{}]}"),
                StubAnswer.ok("{\"TotalCount\": 2, \"NextPageUrl\": \"more\", \"Result\": []}"));

        assertThatThrownBy(() -> fetch(List.of("23.1"), List.of())).isInstanceOf(FetchFailedException.class);
    }

    @Test
    void aVersionThatIsNeededMustBePublishedAndAnOptionalOneMayFailOnlyByNotBeingThere() {
        answers().forEach(source::on);
        source.on("/api/gedevents/24.0.2", StubAnswer.status(500));

        assertThatThrownBy(() -> fetch(List.of("24.0.3"), List.of()))
                .isInstanceOfSatisfying(
                        FetchFailedException.class, e -> assertThat(e.reason()).isEqualTo("unpublished"));
        assertThatThrownBy(() -> fetch(List.of("23.1"), List.of("24.0.2"))).isInstanceOf(FetchFailedException.class);
    }

    @Test
    void anEmptyVersionWithdrawsNothing() throws Exception {
        answers().forEach(source::on);
        source.on("/api/gedevents/24.0.2", StubAnswer.ok("{\"TotalCount\": 0, \"NextPageUrl\": \"\", \"Result\": []}"));

        fetch(List.of("23.1"), List.of("24.0.2"));

        assertThat(Gathered.from(collector(List.of(), List.of()), kept.take()).extents)
                .hasSize(1);
    }

    @Test
    void aPartOfAVersionIsWholeForNothing() throws Exception {
        answers().forEach(source::on);
        Collector ucdp = collector(List.of("23.1"), List.of());

        ucdp.fetch(new Cursor(NOW, Optional.of(java.time.LocalDate.parse("2021-01-01")), Optional.empty()), kept);

        assertThat(source.last().uri().getQuery()).endsWith("&StartDate=2021-01-01");
        assertThat(Gathered.from(ucdp, kept.take()).extents).isEmpty();
    }

    private void fetch(List<String> versions, List<String> optional) throws FetchFailedException {
        collector(versions, optional).fetch(Cursor.first(NOW), kept);
    }

    private Collector collector(List<String> versions, List<String> optional) {
        return new UcdpCollectorFactory(
                        URI.create(source.uri("/api").toString()),
                        null,
                        "s3cr3t",
                        versions.stream().map(Version::of).toList(),
                        optional.stream().map(Version::of).toList())
                .build();
    }

    private static String page(StubServer.Received request) {
        return request.uri().getQuery().replaceAll(".*&page=(\\d+).*", "$1");
    }
}
