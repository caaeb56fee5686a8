package org.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.access.Role;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Redistribution;

class HoldsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IDPS = "/api/v1/figures?crisis=sdn&metric=idps";

    private House house;
    private String key;

    @BeforeEach
    void aJumpThatIsHeld() throws Exception {
        house = new House(true);
        key = house.key(Role.COORDINATOR);
        house.source("ucdp", Redistribution.ROWS);
        house.itIs("2024-03-10T08:00:00Z");
        house.take("before", idps(500, "a", LocalDate.of(2024, 2, 1)));
        house.take("jump", idps(5000, "b", LocalDate.of(2024, 2, 20)));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aHeldNumberIsListedWithTheOneBeforeIt() throws Exception {
        JsonNode held = JSON.readTree(house.get("/api/v1/holds", key).body()).at("/items");

        assertThat(held).hasSize(1);
        assertThat(held.at("/0/reason").asText()).isEqualTo("jump");
        assertThat(held.at("/0/quantity/value").asInt()).isEqualTo(5000);
        assertThat(held.at("/0/before").toString()).isEqualTo("{\"value\":500,\"day\":\"2024-02-01\"}");
    }

    @Test
    void aCoordinatorAndNobodyElseReadsTheDocumentBehindIt() throws Exception {
        assertThat(house.get("/api/v1/holds/1/document", key).body()).isEqualTo("jump");
        assertThat(house.get("/api/v1/holds/1/document").statusCode()).isEqualTo(401);
        assertThat(house.get("/api/v1/holds/2/document", key).statusCode()).isEqualTo(404);
    }

    @Test
    void aReleasedNumberIsBelievedAtOnceAndTheDecisionAudited() throws Exception {
        HttpResponse<String> released = decide("release", "confirmed by telephone");

        assertThat(released.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(released.body()).at("/hold/quantity/value").asInt())
                .isEqualTo(5000);
        assertThat(JSON.readTree(house.get(IDPS).body()).at("/items").findValuesAsText("value"))
                .containsExactlyInAnyOrder("500", "5000");
        assertThat(house.jdbi.<String, RuntimeException>withHandle(handle -> handle.createQuery(
                                "select action || ' ' || target || ' ' || (detail ->> 'reason') from audit"
                                        + " where action like 'hold.%'")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("hold.release 1 confirmed by telephone");
    }

    @Test
    void aDroppedNumberIsNotBelievedAndCannotBeDecidedOnAgain() throws Exception {
        assertThat(decide("drop", "a zero too many").statusCode()).isEqualTo(200);

        HttpResponse<String> again = decide("release", "after all");

        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("no figure waits as hold 1");
        assertThat(JSON.readTree(house.get(IDPS).body()).at("/items").findValuesAsText("value"))
                .containsExactly("500");
        assertThat(JSON.readTree(house.get("/api/v1/holds", key).body()).at("/items"))
                .isEmpty();
    }

    @Test
    void aDecisionNeedsAReason() throws Exception {
        HttpResponse<String> refused = house.write("POST", "/api/v1/holds/1/decision", key, "{\"decision\": \"drop\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("reason");
    }

    private HttpResponse<String> decide(String decision, String reason) throws Exception {
        String body = "{\"decision\": \"" + decision + "\", \"reason\": \"" + reason + "\"}";
        return house.write("POST", "/api/v1/holds/1/decision", key, body);
    }

    private static Figure idps(long people, String record, LocalDate day) {
        return Figures.stock(Metric.IDPS, people).record(record).on(day).figure();
    }
}
