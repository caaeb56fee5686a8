package org.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.ScopeLine;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Redistribution;

/** A crisis whose figures were revised and whose scope was widened, asked for as it was known before. */
class CrisisAsOfIT {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 5);
    private static House house;

    @BeforeAll
    static void aRevisionAndAWiderScope() throws Exception {
        house = new House(true);
        house.source("ucdp", Redistribution.ROWS);
        house.itIs("2024-07-10T08:00:00Z");
        house.take("first", Figures.killed(100).record("a").on(DAY).figure());
        Crisis sudan = House.SUDAN;
        Crisis wider = new Crisis(
                sudan.id(),
                sudan.name(),
                sudan.since(),
                sudan.glide(),
                sudan.keywords(),
                List.of(sudan.lines().get(0), new ScopeLine(ScopeLine.Role.IN, "TCD", null, null)));
        new CrisisStore(house.jdbi).provision(List.of(wider), Instant.parse("2024-07-20T08:00:00Z"));
        house.itIs("2024-07-25T08:00:00Z");
        house.take("second", Figures.killed(140).record("a").on(DAY).figure());
        house.ring(140, DAY);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void scopeNumbersAndOpenAlertsAreThoseOfThen() throws Exception {
        JsonNode then = json("/api/v1/crises/sdn?asOf=2024-07-15");
        JsonNode now = json("/api/v1/crises/sdn");

        assertThat(then.at("/scope/version").asInt()).isOne();
        assertThat(then.at("/scope/lines")).hasSize(1);
        assertThat(then.at("/headline/0/quantity/value").asInt()).isEqualTo(100);
        assertThat(then.get("openAlerts").asInt()).isZero();
        assertThat(then.get("asOf").asText()).startsWith("2024-07-15T23:59:59");
        assertThat(now.at("/scope/version").asInt()).isEqualTo(2);
        assertThat(now.at("/headline/0/quantity/value").asInt()).isEqualTo(140);
        assertThat(now.get("openAlerts").asInt()).isOne();
        assertThat(json("/api/v1/crises/sdn?asOf=2024-07-25").get("openAlerts").asInt())
                .isOne();
    }

    @Test
    void beforeItsFirstScopeThereIsNoCrisis() throws Exception {
        HttpResponse<String> response = house.get("/api/v1/crises/sdn?asOf=2024-01-01");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("had no scope yet at 2024-01-01T23:59:59");
    }

    @Test
    void aWrongOrUnknownParameterIsNamed() throws Exception {
        assertThat(house.get("/api/v1/crises/sdn?asOf=2024").body()).contains("\"field\":\"asOf");
        HttpResponse<String> unknown = house.get("/api/v1/crises/sdn?asof=2024-07-15");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"field\":\"asof");
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> response = house.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }
}
