package org.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.access.Role;

/** A source that answers nothing, one that lacks its token, and one that people hand over. */
class SourceControlIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WHY = "{\"because\": \"its numbers of May are wrong\"}";

    private House house;
    private String operator;

    @BeforeEach
    void open() throws Exception {
        house = new House(true);
        operator = house.key(Role.OPERATOR);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aSourceThatLacksItsKeySaysSoAndIsNotFailing() throws Exception {
        house.jdbi.useHandle(
                handle -> handle.execute("insert into run (source, cause, started_at, finished_at, outcome,"
                        + " failure) values ('lone', 'schedule', now(), now(), 'failed', 'http_status')"));

        JsonNode lone = source("lone");

        assertThat(lone.get("state").asText()).isEqualTo("not_configured");
        assertThat(lone.get("lacking").asText()).isEqualTo("token of lone");
        assertThat(lone.get("failing").asInt()).isZero();
        assertThat(lone.at("/licence").asText()).isEqualTo("CC BY 4.0");
        assertThat(lone.at("/redistribution").asText()).isEqualTo("rows");
        HttpResponse<String> refused = house.post("/api/v1/sources/lone/runs", operator, "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(refused.body()).get("setting").asText()).isEqualTo("token of lone");
        assertThat(refused.body()).contains("config.yml lacks token of lone");
    }

    @Test
    void aSourceIsNeverRunThenFreshThenDelinquentByWhatItLastTold() throws Exception {
        assertThat(source("ohchr").get("state").asText()).isEqualTo("never_run");
        house.post("/api/v1/figures", house.key(Role.CONTRIBUTOR), """
                {"source": "ohchr", "figures": [{"record": "a", "metric": "killed", "country": "SDN",
                 "start": "2024-06-29", "end": "2024-06-29", "value": 12}]}
                """);

        JsonNode fresh = source("ohchr");
        assertThat(fresh.get("state").asText()).isEqualTo("fresh");
        assertThat(fresh.get("contentUntil").asText()).isEqualTo("2024-06-29");
        assertThat(fresh.get("lastGoodRunAt").asText()).isEqualTo("2024-06-30T12:00:00Z");
        assertThat(fresh.at("/lastRun/figures/added").asInt()).isOne();
        assertThat(fresh.at("/lastRun/cause").asText()).isEqualTo("post");
        house.itIs("2024-10-30T12:00:00Z");
        assertThat(source("ohchr").get("state").asText()).isEqualTo("delinquent");
    }

    @Test
    void aSourceThatAnsweredAndToldNothingIsAsFreshAsItsAnswer() throws Exception {
        assertThat(house.post("/api/v1/sources/silent/runs", operator, "").statusCode())
                .isEqualTo(202);

        assertThat(source("silent").get("state").asText()).isEqualTo("fresh");
        assertThat(source("silent").get("contentUntil").isNull()).isTrue();
        house.itIs("2024-07-03T12:00:00Z");
        assertThat(source("silent").get("state").asText()).isEqualTo("delinquent");
    }

    @Test
    void aPausedSourceSaysWhyAndCanStillBeRunByHand() throws Exception {
        JsonNode paused = JSON.readTree(
                house.post("/api/v1/sources/silent/pause", operator, WHY).body());

        assertThat(paused.get("state").asText()).isEqualTo("paused");
        assertThat(paused.at("/paused/by").asText()).isEqualTo("operator");
        JsonNode seen = source("silent").get("paused");
        assertThat(seen.get("because").asText()).isEqualTo("its numbers of May are wrong");
        assertThat(seen.get("by").isNull()).as("a public answer names nobody").isTrue();
        assertThat(house.get("/sources").body()).contains("paused").contains("its numbers of May are wrong");
        assertThat(house.post("/api/v1/sources/silent/runs", operator, "").statusCode())
                .isEqualTo(202);
        assertThat(json("/api/v1/sources/silent/runs").at("/items/0/outcome").asText())
                .isEqualTo("merged");

        JsonNode resumed = JSON.readTree(
                house.send("POST", "/api/v1/sources/silent/resume", operator).body());
        assertThat(resumed.get("paused").isNull()).isTrue();
        List<String> written = house.jdbi.withHandle(
                handle -> handle.select("select action from audit where action like 'source.%' order by id")
                        .mapTo(String.class)
                        .list());
        assertThat(written).containsExactly("source.pause", "source.resume");
    }

    @Test
    void aPauseWithoutAReasonIsRefused() throws Exception {
        HttpResponse<String> refused = house.post("/api/v1/sources/silent/pause", operator, "{}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(refused.body()).get("field").asText()).isEqualTo("because");
        assertThat(source("silent").get("state").asText()).isEqualTo("never_run");
    }

    @Test
    void onlyARunThatIsThereCanBeReadAgain() throws Exception {
        house.post("/api/v1/sources/silent/runs", operator, "");
        long run = json("/api/v1/sources/silent/runs").at("/items/0/id").asLong();

        HttpResponse<String> none = house.post("/api/v1/sources/silent/runs", operator, "{\"reread\": 999}");
        HttpResponse<String> empty = house.post("/api/v1/sources/silent/runs", operator, "{\"reread\": " + run + "}");
        HttpResponse<String> wrong = house.post("/api/v1/sources/silent/runs", operator, "{\"reread\": \"x\"}");

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(empty.statusCode()).isEqualTo(404);
        assertThat(empty.body()).contains("archived nothing to read again");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(house.get("/api/v1/sources/silent/runs/999").statusCode()).isEqualTo(404);
        assertThat(house.get("/api/v1/sources/none").statusCode()).isEqualTo(404);
    }

    @Test
    void aFailedRunSaysInWhichDocumentAndWhere() throws Exception {
        String document = "ab".repeat(32);
        house.jdbi.useHandle(handle -> handle.execute(
                "insert into run (source, cause, started_at, finished_at, outcome, failure, failure_at, failure_detail)"
                        + " values ('silent', 'schedule', '2024-06-30T08:00:00Z', '2024-06-30T08:00:02.5Z', 'failed',"
                        + " 'unreadable', ?, 'figures is missing')",
                document + " /data/3"));

        JsonNode run = json("/api/v1/sources/silent/runs").at("/items/0");

        assertThat(run.at("/seconds").asDouble()).isEqualTo(2.5);
        assertThat(run.at("/failure/document").asText()).isEqualTo(document);
        assertThat(run.at("/failure/at").asText()).isEqualTo("/data/3");
        assertThat(source("silent").get("failing").asInt()).isOne();
    }

    private JsonNode source(String id) throws Exception {
        return json("/api/v1/sources/" + id);
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(house.get(path).body());
    }
}
