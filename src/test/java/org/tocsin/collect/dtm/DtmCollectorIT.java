package org.tocsin.collect.dtm;

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
import org.tocsin.collect.MemoryArchive;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

final class DtmCollectorIT extends CollectorContract {
    private static final Instant NOW = Instant.parse("2024-02-10T06:00:00Z");
    private static final String ASKED = "/v3/displacement/admin1";
    private static final Map<String, List<String>> OPERATIONS =
            Map.of("HTI", List.of("Countrywide monitoring"), "SDN", List.of("Armed Clashes in Sudan (Overview)"));

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
                "type",
                "iom-dtm",
                "baseUrl",
                server.uri("/v3/displacement"),
                "key",
                "s3cr3t",
                "operations",
                OPERATIONS);
    }

    @Override
    protected Map<String, Function<StubServer.Received, StubAnswer>> answers() {
        return Map.of(ASKED, request -> {
            if (!request.header("Ocp-Apim-Subscription-Key").orElse("").equals("s3cr3t")) {
                return StubAnswer.status(401);
            }
            String country = request.uri().getQuery().replaceAll(".*Admin0Pcode=([A-Z]{3}).*", "$1");
            return StubAnswer.bytes(Recorded.own("dtm/admin1-" + country.toLowerCase(java.util.Locale.ROOT) + ".json"));
        });
    }

    @Test
    void eachCountryIsAskedForOnceWhateverItsOperations() throws Exception {
        answers().forEach(source::on);
        Cursor since = new Cursor(NOW, Optional.of(LocalDate.parse("2023-05-01")), Optional.empty());

        collector("s3cr3t").fetch(since, kept);

        assertThat(source.received())
                .extracting(request -> request.uri().getQuery())
                .containsExactly(
                        "Admin0Pcode=HTI&FromReportingDate=2023-05-01", "Admin0Pcode=SDN&FromReportingDate=2023-05-01");
    }

    @Test
    void aKeyThatIsRefusedIsToldWithWhatToDo() {
        answers().forEach(source::on);

        assertThatThrownBy(() -> collector("wrong").fetch(Cursor.first(NOW), kept))
                .isInstanceOfSatisfying(FetchFailedException.class, e -> {
                    assertThat(e.reason()).isEqualTo("access");
                    assertThat(e.status()).isEqualTo(401);
                    assertThat(e).hasMessageContaining("'key'").hasMessageContaining("dtm-apim-portal.iom.int");
                });
    }

    private DtmCollector collector(String key) {
        return new DtmCollector(source.uri("/v3/displacement"), key, OPERATIONS, 1);
    }
}
