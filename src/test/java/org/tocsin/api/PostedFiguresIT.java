package org.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.access.Role;

/** Programs post figures of source {@code ohchr}, which is one that people hand over. */
class PostedFiguresIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/figures";
    private static final String TWO = """
            {"source": "ohchr", "figures": [
              {"record": "a", "metric": "killed", "country": "SDN", "start": "2024-06-01", "end": "2024-06-01", "value": 12},
              {"record": "b", "metric": "killed", "country": "SDN", "start": "2024-06-02", "end": "2024-06-02", "value": "7"}]}
            """;

    private House house;
    private String key;

    @BeforeEach
    void open() throws Exception {
        house = new House(true);
        key = house.key(Role.CONTRIBUTOR);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everyRowIsAnsweredAndTheGoodOnesAreMergedAsOneRun() throws Exception {
        JsonNode answer = posted(200, """
                {"source": "ohchr", "figures": [
                  {"record": "a", "metric": "killed", "country": "SDN", "start": "2024-06-01", "end": "2024-06-01", "value": 12},
                  {"record": "b", "metric": "slain", "country": "SDN", "end": "2024-06-01", "value": 1},
                  {"record": "c", "metric": "killed", "country": "SDN", "start": "2024-06-01", "end": "2024-06-01", "value": -3},
                  {"record": "d", "metric": "killed", "country": "SDN", "start": "2024-06-03", "end": "2024-06-03", "deaths": 4},
                  7]}
                """);

        assertThat(answer.at("/accepted").asInt()).isOne();
        assertThat(answer.at("/refused").asInt()).isEqualTo(4);
        assertThat(answer.at("/figures/added").asInt()).isOne();
        assertThat(answer.at("/items").findValuesAsText("outcome"))
                .containsExactly("accepted", "refused", "refused", "refused", "refused");
        assertThat(answer.at("/items").findValuesAsText("field"))
                .containsExactly("null", "metric", "value", "deaths", "row");
        assertThat(answer.at("/items/2/why").asText()).isEqualTo("is negative: -3");
        JsonNode run = json("/api/v1/sources/ohchr/runs/" + answer.get("run").asLong());
        assertThat(run.at("/cause").asText()).isEqualTo("post");
        assertThat(run.at("/rejected").asInt()).isEqualTo(4);
        assertThat(run.at("/rejections/0/at").asText()).isEqualTo("/figures/1");
        assertThat(count("select count(*) from run where source = 'ohchr'")).isOne();
    }

    @Test
    void aFigureLeadsBackToItsValueInTheBytesThatWerePosted() throws Exception {
        posted(200, TWO);

        JsonNode figure = json("/api/v1/figures?crisis=sdn&metric=killed&source=ohchr&from=2024-06-02&to=2024-06-02")
                .at("/items/0");
        String bytes =
                house.get(figure.at("/provenance/document").asText(), key).body();

        assertThat(bytes).isEqualTo(TWO);
        assertThat(figure.at("/provenance/pointer").asText()).isEqualTo("/figures/1/value");
        assertThat(JSON.readTree(bytes).at("/figures/1/value").asText()).isEqualTo("7");
    }

    @Test
    void aRepeatUnderTheSameKeyIsAnsweredAsBeforeAndNotMerged() throws Exception {
        HttpResponse<String> first = post(TWO, "\"once\"");
        HttpResponse<String> again = post(TWO, "\"once\"");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(count("select count(*) from run where source = 'ohchr'")).isOne();
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws Exception {
        post(TWO, "once");

        HttpResponse<String> other = post(TWO.replace("12", "13"), "once");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(count("select count(*) from run where source = 'ohchr'")).isOne();
    }

    @Test
    void keysOfTwoContributorsDoNotMeet() throws Exception {
        post(TWO, "once");
        key = house.key(Role.COORDINATOR);

        assertThat(post(TWO.replace("12", "13"), "once").statusCode()).isEqualTo(200);
    }

    @Test
    void whatComesTwiceAtOnceIsMergedOnce() throws Exception {
        List<CompletableFuture<Integer>> both = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> status("at once")))
                .toList();

        List<Integer> statuses = both.stream().map(CompletableFuture::join).toList();

        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        assertThat(count("select count(*) from run where source = 'ohchr'")).isOne();
    }

    @Test
    void aRepeatWhileTheFirstIsUnderWayIsAConflictUntilTheFirstIsGivenUp() throws Exception {
        post(TWO, "once");
        house.jdbi.useHandle(handle -> handle.execute("update idempotency_key set status = null, answer = null"));

        assertThat(post(TWO, "once").statusCode()).isEqualTo(409);
        house.itIs("2024-06-30T12:05:00Z");
        assertThat(post(TWO, "once").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyIsForgottenAfterADay() throws Exception {
        post(TWO, "once");
        house.itIs("2024-07-01T12:00:00Z");

        assertThat(post(TWO.replace("12", "13"), "once").statusCode()).isEqualTo(200);
        assertThat(count("select count(*) from idempotency_key")).isOne();
    }

    @Test
    void aBatchOfWhichNoRowIsAFigureMergesNothing() throws Exception {
        JsonNode answer = posted(422, """
                {"source": "ohchr", "figures": [{"record": "a", "metric": "killed", "country": "SDN", "value": 1}]}
                """);

        assertThat(answer.at("/items/0/field").asText()).isEqualTo("end");
        assertThat(count("select count(*) from figure")).isZero();
        assertThat(count("select count(*) from audit where action = 'figures.post'"))
                .isZero();
    }

    @Test
    void onlyOneSourceThatIsHandedOverIsTaken() throws Exception {
        assertThat(posted(400, TWO.replace("\"ohchr\"", "\"silent\""))
                        .at("/allowed/0")
                        .asText())
                .isEqualTo("ohchr");
        assertThat(posted(400, TWO.replace("\"source\": \"ohchr\", ", ""))
                        .at("/field")
                        .asText())
                .isEqualTo("source");
        assertThat(posted(400, TWO.replace("\"record\": \"a\"", "\"record\": \"a\", \"source\": \"unhcr\""))
                        .at("/detail")
                        .asText())
                .contains("one source at a time");
        assertThat(posted(400, "{\"source\": \"ohchr\", \"figures\": []}")
                        .at("/field")
                        .asText())
                .isEqualTo("figures");
    }

    @Test
    void whatIsSentAsHistoryIsNoNews() throws Exception {
        posted(200, TWO);
        posted(
                200,
                TWO.replace("\"a\"", "\"x\"")
                        .replace("\"b\"", "\"y\"")
                        .replace("{\"source\"", "{\"history\": true, \"source\""));

        assertThat(texts("select class from figure_change order by record"))
                .containsExactly("new_period", "new_period", "backfill", "backfill");
    }

    @Test
    void whoPostedIsWrittenDown() throws Exception {
        long run = posted(200, TWO).get("run").asLong();

        assertThat(texts("select name || ' ' || target || ' ' || (detail ->> 'rows') from audit"
                        + " where action = 'figures.post'"))
                .containsExactly("contributor " + run + " 2");
    }

    private int status(String once) {
        try {
            return post(TWO, once).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String body, String once) throws Exception {
        return house.write("POST", PATH, key, body, "Idempotency-Key", once);
    }

    private JsonNode posted(int status, String body) throws Exception {
        HttpResponse<String> response = house.post(PATH, key, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(house.get(path).body());
    }

    private List<String> texts(String sql) {
        return house.jdbi.withHandle(
                handle -> handle.select(sql).mapTo(String.class).list());
    }

    private long count(String sql) {
        return house.jdbi.withHandle(
                handle -> handle.select(sql).mapTo(Long.class).one());
    }
}
