package org.tocsin.collect.reliefweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
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
import org.tocsin.collect.MemoryArchive;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class ReliefWebCollectorIT extends CollectorContract {
    private static final Instant NOW = Instant.parse("2025-11-15T06:00:00Z");
    private static final String REPORTS = "/rw/v2/reports";

    private final StubServer api = StubServer.start();
    private final MemoryArchive kept = new MemoryArchive(NOW);

    @AfterEach
    void close() {
        api.close();
        kept.close();
    }

    @Override
    protected Map<String, Object> settings(StubServer server) {
        return Map.of("type", "reliefweb", "baseUrl", server.uri("/rw/v2"), "appname", "s3cr3t");
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                REPORTS,
                request -> query(request).contains("appname=s3cr3t")
                        ? StubAnswer.bytes(Recorded.own(
                                "reliefweb/reports-" + (query(request).contains("&offset=0") ? 0 : 2) + ".json"))
                        : StubAnswer.status(403));
    }

    @Override
    protected boolean declaresExtents() {
        return false;
    }

    @Test
    void theWalkGoesToItsEndByAddressesOfItsOwn() throws Exception {
        answers().forEach(api::on);

        collector("s3cr3t").fetch(Cursor.first(NOW), kept);

        assertThat(kept.take()).hasSize(2);
        assertThat(api.received())
                .extracting(ReliefWebCollectorIT::query)
                .allMatch(query -> query.contains("filter[conditions][0][value][from]=2025-11-12T06:00:00+00:00")
                        && query.contains("filter[conditions][1][value][]=fr")
                        && query.contains("filter[conditions][2][value][]=hti"))
                .extracting(query -> query.replaceAll(".*&offset=(\\d+).*", "$1"))
                .containsExactly("0", "2");
    }

    @Test
    void onlyWhatChangedSinceTheLastRunIsAskedForWithAnOverlap() throws Exception {
        answers().forEach(api::on);
        Instant last = Instant.parse("2025-11-15T05:30:00Z");

        collector("s3cr3t").fetch(new Cursor(NOW, Optional.empty(), Optional.of(last)), kept);
        assertThat(query(api.last())).contains("[from]=2025-11-15T03:30:00+00:00");

        collector("s3cr3t").fetch(new Cursor(NOW, Optional.of(LocalDate.parse("2025-10-20")), Optional.of(last)), kept);
        assertThat(query(api.last())).contains("[from]=2025-10-20T00:00:00+00:00");
    }

    @Test
    void anAppnameThatWasNotApprovedIsToldWithWhatToDo() {
        answers().forEach(api::on);

        assertThatThrownBy(() -> collector("stranger").fetch(Cursor.first(NOW), kept))
                .isInstanceOfSatisfying(FetchFailedException.class, e -> {
                    assertThat(e.reason()).isEqualTo("forbidden");
                    assertThat(e).hasMessageContaining("have one approved");
                });
    }

    @Test
    void reportsThatGoMissingUnderWayFailTheWalk() {
        api.on(
                REPORTS,
                StubAnswer.ok("{\"totalCount\": 3, \"data\": [{}, {}]}"),
                StubAnswer.ok("{\"totalCount\": 2, \"data\": []}"));

        assertThatThrownBy(() -> collector("s3cr3t").fetch(Cursor.first(NOW), kept))
                .isInstanceOfSatisfying(
                        FetchFailedException.class, e -> assertThat(e.reason()).isEqualTo("incomplete"));
    }

    @Test
    void moreThanOneWalkCanTakeIsNotBegun() {
        api.on(REPORTS, StubAnswer.ok("{\"totalCount\": 900000, \"data\": [{}]}"));

        assertThatThrownBy(() -> collector("s3cr3t").fetch(Cursor.first(NOW), kept))
                .isInstanceOf(FetchFailedException.class)
                .hasMessageContaining("ask for fewer countries or days");
        assertThat(api.received()).hasSize(1);
    }

    private Collector collector(String appname) {
        return new ReliefWebCollectorFactory(
                        URI.create(api.uri("/rw/v2").toString()), null, appname, List.of("HTI"), null, null)
                .build();
    }

    private static String query(StubServer.Received request) {
        return URLDecoder.decode(request.uri().getRawQuery(), StandardCharsets.UTF_8);
    }
}
