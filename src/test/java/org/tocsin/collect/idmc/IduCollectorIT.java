package org.tocsin.collect.idmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.CollectorContract;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.MemoryArchive;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class IduCollectorIT extends CollectorContract {
    private static final Instant NOW = Instant.parse("2024-02-10T06:00:00Z");
    private static final String ASKED = "/external-api/idus/last-180-days/";

    @Override
    protected Map<String, Object> settings(StubServer source) {
        return Map.of(
                "type",
                "idmc-idu",
                "baseUrl",
                source.uri("/external-api"),
                "clientId",
                "s3cr3t",
                "allowedHosts",
                Set.of("localhost:" + source.port()));
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(
                ASKED,
                request -> String.valueOf(request.uri().getQuery()).equals("client_id=s3cr3t")
                        ? StubAnswer.redirect("http://localhost:" + portOf(request) + "/dump/idus.json")
                        : StubAnswer.status(403, "Client is not registered."),
                "/dump/idus.json",
                request -> StubAnswer.bytes(Recorded.own("idmc/idus.json")));
    }

    @Test
    void aDumpOnAHostThatNobodyNamedIsNotFollowed() {
        try (StubServer server = StubServer.start();
                MemoryArchive archive = new MemoryArchive(NOW)) {
            answers().forEach(server::on);
            IduCollector idu = idu(server, IduCollector.LATEST);

            assertThatThrownBy(() -> idu.fetch(Cursor.first(Instant.EPOCH), archive))
                    .isInstanceOf(FetchFailedException.class);
            assertThat(server.received("/dump/idus.json")).isEmpty();
        }
    }

    @Test
    void theDumpOfAllYearsIsAskedForWhereTheSettingsSaySoOrThePastIsWanted() throws Exception {
        try (StubServer server = StubServer.start();
                MemoryArchive archive = new MemoryArchive(NOW)) {
            server.on("/external-api/idus/all/", request -> StubAnswer.bytes(Recorded.own("idmc/idus.json")));

            idu(server, "all").fetch(Cursor.first(NOW), archive);
            idu(server, IduCollector.LATEST)
                    .fetch(new Cursor(NOW, Optional.of(LocalDate.parse("2020-01-01")), Optional.empty()), archive);

            assertThat(server.received("/external-api/idus/all/")).hasSize(2);
        }
    }

    @Test
    void aClientThatIsNotRegisteredIsToldWithWhatToDo() {
        try (StubServer server = StubServer.start();
                MemoryArchive archive = new MemoryArchive(NOW)) {
            server.on(ASKED, StubAnswer.status(403, "Client is not registered."));

            assertThatThrownBy(() -> idu(server, IduCollector.LATEST).fetch(Cursor.first(NOW), archive))
                    .isInstanceOfSatisfying(FetchFailedException.class, e -> {
                        assertThat(e.reason()).isEqualTo("access");
                        assertThat(e).hasMessageContaining("'clientId'");
                    });
        }
    }

    private static IduCollector idu(StubServer server, String dump) {
        return new IduCollector(server.uri("/external-api"), "s3cr3t", dump, Set.of());
    }

    private static String portOf(StubServer.Received request) {
        String host = request.header("Host").orElseThrow();
        return host.substring(host.indexOf(':') + 1);
    }
}
