package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.access.Role;
import org.tocsin.http.FakeTime;
import org.tocsin.report.Report;

/** From the text of a report to the alert, as people do it: over HTTP, with the shipped rules. */
class ReportIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FakeTime TIME = new FakeTime(Instant.parse("2023-11-20T12:00:00Z"));

    @TempDir
    static Path folder;

    private static Served house;
    private static String contributor;
    private static String coordinator;
    private static String colleague;

    @BeforeAll
    static void open() throws Exception {
        house = new Served(folder, TIME);
        contributor = house.key("desk", Role.CONTRIBUTOR);
        coordinator = house.key("ana", Role.COORDINATOR);
        colleague = house.key("ben", Role.COORDINATOR);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aConfirmedFigureCanBeFollowedToItsWordsAndRings() throws Exception {
        String text =
                "Caf\u00e9s \ud83d\udd14 closed as the army shelled the town. 250,000 people were displaced by the fighting.";
        JsonNode report = post("Shan", "2023-11-20", "MMR", text);
        JsonNode candidate = only(report);
        assertThat(candidate.at("/proposal/metric").asText()).isEqualTo("new_displacements");
        assertThat(candidate.at("/proposal/cause").asText()).isEqualTo("conflict");
        assertThat(candidate.at("/proposal/value").asInt()).isEqualTo(250000);
        assertThat(candidate.at("/excerpt/sentence").asText())
                .isEqualTo("250,000 people were displaced by the fighting.");

        JsonNode confirmed =
                decide(coordinator, candidate, "\"decision\": \"confirm\", \"event\": {\"name\": \"Shan offensive\"}");

        JsonNode figure =
                house.json("/api/v1/figures/" + confirmed.at("/decision/figure").asText(), coordinator);
        assertThat(figure.at("/line/source").asText()).isEqualTo("reports");
        assertThat(figure.at("/quantity/value").asInt()).isEqualTo(250000);
        assertThat(figure.at("/eventName").asText()).isEqualTo("Shan offensive");
        assertThat(figure.at("/provenance/sha256").asText()).isEqualTo(Report.sha256(text));
        byte[] document = house.get(figure.at("/provenance/document").asText(), coordinator)
                .body();
        assertThat(new String(document, StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(pointed(text, figure.at("/provenance/pointer").asText()))
                .isEqualTo(candidate.at("/excerpt/words").asText())
                .contains("250,000");
        JsonNode alert = alert("displaced-conflict-statement");
        assertThat(alert.at("/level").asText()).isEqualTo("critical");
        assertThat(house.texts(
                        "select action from audit where target = ?",
                        candidate.at("/id").asText()))
                .containsExactly("candidate.confirm");
    }

    @Test
    void theSameTextTwiceAddsNothing() throws Exception {
        String text = "40 people were injured in clashes in Kayah.";
        JsonNode first = post("Kayah", "2023-11-18", "MMR", text);
        HttpResponse<byte[]> again = send("Kayah, again", "2023-11-19", "MMR", text);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Served.json(again).at("/id")).isEqualTo(first.at("/id"));
        assertThat(Served.json(again).at("/title").asText()).isEqualTo("Kayah");
        assertThat(candidates(first)).hasSize(1);
        assertThat(house.count(
                        "select count(*) from audit where action = 'report.add' and target = ?",
                        first.at("/id").asText()))
                .isOne();
    }

    @Test
    void ofTwoReviewersOneDecidesAndTheOtherIsToldSo() throws Exception {
        for (int round = 1; round <= 6; round++) {
            String kind =
                    round % 2 == 0 ? "\"decision\": \"reject\", \"reason\": \"a forecast\"" : confirm("Clash " + round);
            JsonNode candidate = only(
                    post("Chin", "2023-11-18", "MMR", "1" + round + " people were killed in clashes in Chin State."));
            List<HttpResponse<byte[]>> answers = atOnce(candidate, confirm("Clash of " + round), kind);

            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
            HttpResponse<byte[]> lost = answers.stream()
                    .filter(answer -> answer.statusCode() == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(Served.json(lost).at("/detail").asText()).containsAnyOf("decided by ana", "decided by ben");
            assertThat(Served.json(lost).at("/version").asInt()).isEqualTo(2);
            assertThat(house.count(
                            "select count(*) from audit where target = ?",
                            candidate.at("/id").asText()))
                    .isOne();
        }
        assertThat(house.count("select count(*) from run where outcome = 'failed'"))
                .isZero();
        assertThat(house.count("select count(*) from event where name like 'Clash %'"))
                .isEqualTo(house.count(
                        "select count(*) from candidate c join event e on e.id = c.event where e.name like 'Clash %'"));
    }

    @Test
    void aRejectedSentenceIsNotAskedAgain() throws Exception {
        String sentence = "5,000 people were displaced in a drill of the fire brigade.";
        decide(
                coordinator,
                only(post("Drill", "2023-11-10", "MMR", sentence)),
                "\"decision\": \"reject\", \"reason\": \"a drill\"");

        JsonNode second =
                post("Drill again", "2023-11-11", "MMR", "Nothing new.\\n" + sentence.replace("in a", "in  a"));

        assertThat(candidates(second)).isEmpty();
        assertThat(second.at("/candidates/rejected").asInt()).isOne();
        assertThat(house.json(
                                "/api/v1/candidates?state=rejected&report="
                                        + second.at("/id").asText(),
                                coordinator)
                        .at("/items/0/decision/reason")
                        .asText())
                .isEqualTo("rejected before by ana: a drill");
    }

    @Test
    void ofSeveralTollsOfOneEventTheLatestCountsAndNoneIsAdded() throws Exception {
        JsonNode first = confirmed(
                "2023-11-12", "21 people were killed when the army bombed a village in Sagaing.", "Village bombed");
        String event = first.at("/decision/event").asText();
        JsonNode waiting = only(post(
                "Sagaing", "2023-11-14", "MMR", "34 people were killed in the air strike on a village in Sagaing."));
        assertThat(waiting.at("/events").findValuesAsText("id")).contains(event);
        decide(coordinator, waiting, known(event));
        JsonNode late = decide(
                coordinator,
                only(post(
                        "Sagaing", "2023-11-13", "MMR", "29 people were killed by the bombs on a village in Sagaing.")),
                known(event));

        assertThat(late.at("/state").asText()).isEqualTo("superseded");
        assertThat(house.texts("""
                select f.value::text from figure f join candidate c on c.record = f.record and c.part = f.part
                where c.event = cast(? as uuid) group by f.value""", event)).containsExactly("34");
        assertThat(house.texts("select state from candidate where event = cast(? as uuid) order by seq", event))
                .containsExactly("superseded", "confirmed", "superseded");
    }

    @Test
    void whatCannotBeConfirmedNamesTheFieldToGive() throws Exception {
        JsonNode candidate = only(post("Nowhere", "2023-11-17", "", "77 people were killed when rebels attacked."));
        assertThat(refused(candidate, "\"decision\": \"confirm\"")).isEqualTo("event");
        assertThat(refused(candidate, confirm("Attack"))).isEqualTo("corrections.country");
        assertThat(refused(candidate, confirm("Attack") + ", \"corrections\": {\"country\": \"Burma\"}"))
                .isEqualTo("corrections.country");
        assertThat(refused(candidate, confirm("Attack") + ", \"corrections\": {\"colour\": \"red\"}"))
                .isEqualTo("colour");
        assertThat(refused(candidate, confirm("Attack") + ", \"corrections\": {\"value\": \"many\"}"))
                .isEqualTo("corrections.value");
        assertThat(refused(candidate, "\"decision\": \"reject\"")).isEqualTo("reason");
        assertThat(refused(candidate, "\"decision\": \"perhaps\"")).isEqualTo("decision");
        assertThat(refused(candidate, "\"decision\": \"confirm\", \"event\": {\"id\": \"7\"}"))
                .isEqualTo("event.id");
        assertThat(house.json("/api/v1/candidates/" + candidate.at("/id").asText(), coordinator)
                        .at("/version")
                        .asInt())
                .isOne();

        JsonNode corrected = decide(
                coordinator,
                candidate,
                confirm("Attack")
                        + ", \"history\": true, \"corrections\": {\"country\": \"MMR\", \"value\": 70, \"population\": \"civilians\"}");
        assertThat(corrected.at("/decision/confirmed/value").asInt()).isEqualTo(70);
        assertThat(corrected.at("/proposal/value").asInt()).isEqualTo(77);
        assertThat(house.texts("""
                select class from figure_change c join candidate k on k.record = c.record
                where k.id = cast(? as uuid)""", candidate.at("/id").asText())).containsExactly("backfill");
    }

    @Test
    void aBadReportNamesTheField() throws Exception {
        assertThat(refusedReport("{\"title\": \"T\", \"published\": \"2023-11-01\"}"))
                .isEqualTo("text");
        assertThat(refusedReport("{\"title\": \"T\", \"published\": \"1 May\", \"text\": \"x\"}"))
                .isEqualTo("published");
        assertThat(refusedReport("{\"title\": \"T\", \"published\": \"2024-01-01\", \"text\": \"x\"}"))
                .isEqualTo("published");
        assertThat(
                        refusedReport(
                                "{\"title\": \"T\", \"published\": \"2023-11-01\", \"text\": \"x\", \"url\": \"javascript:x\"}"))
                .isEqualTo("url");
        assertThat(refusedReport(
                        "{\"title\": \"T\", \"published\": \"2023-11-01\", \"text\": \"x\", \"countries\": [\"XYZ\"]}"))
                .isEqualTo("countries");
        assertThat(refusedReport(
                        "{\"title\": \"T\", \"published\": \"2023-11-01\", \"text\": \"x\", \"author\": \"me\"}"))
                .isEqualTo("author");
        assertThat(house.post("/api/v1/reports", contributor, "{\"title\": ").statusCode())
                .isEqualTo(400);
    }

    @Test
    void thePublicGetsNoMoreThanAQuote() throws Exception {
        String text = "38 people were killed in the shelling of a market. ".repeat(40);
        JsonNode report = post("Market", "2023-11-16", "MMR", text);
        String path = "/api/v1/reports/" + report.at("/id").asText();

        JsonNode outside = house.json(path, null);
        assertThat(outside.at("/text").isNull()).isTrue();
        assertThat(outside.at("/quote").asText()).startsWith("38 people").hasSizeLessThanOrEqualTo(300);
        assertThat(house.json(path, contributor).at("/text").asText()).isEqualTo(text);
        assertThat(new String(house.get("/api/v1/reports", null).body(), StandardCharsets.UTF_8))
                .doesNotContain("shelling of");

        JsonNode confirmed = decide(coordinator, candidates(report).get(0), confirm("Market shelled"));
        String document = "/api/v1/figures/" + confirmed.at("/decision/figure").asText() + "/document";
        assertThat(house.get(document, null).statusCode()).isEqualTo(403);
        assertThat(house.get(document, contributor).statusCode()).isEqualTo(200);
    }

    private static String confirm(String event) {
        return "\"decision\": \"confirm\", \"event\": {\"name\": \"" + event + "\"}";
    }

    private static String known(String event) {
        return "\"decision\": \"confirm\", \"event\": {\"id\": \"" + event + "\"}";
    }

    private static JsonNode confirmed(String published, String text, String event) throws Exception {
        return decide(coordinator, only(post(event, published, "MMR", text)), confirm(event));
    }

    private static JsonNode post(String title, String published, String country, String text) throws Exception {
        HttpResponse<byte[]> answer = send(title, published, country, text.replace("\\n", "\n"));
        JsonNode report = Served.json(answer);
        assertThat(answer.statusCode()).as(report.toString()).isEqualTo(201);
        return report;
    }

    private static HttpResponse<byte[]> send(String title, String published, String country, String text)
            throws Exception {
        String body = JSON.createObjectNode()
                .put("title", title)
                .put("published", published)
                .put("url", "https://news.example/" + title.replace(' ', '-'))
                .put("language", "en")
                .put("text", text)
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "countries", JSON.valueToTree(country.isEmpty() ? List.of() : List.of(country)))
                .toString();
        return house.post("/api/v1/reports", contributor, body);
    }

    private static List<JsonNode> candidates(JsonNode report) throws Exception {
        JsonNode page =
                house.json("/api/v1/candidates?report=" + report.at("/id").asText(), coordinator);
        return Stream.iterate(0, index -> index + 1)
                .limit(page.at("/items").size())
                .map(index -> page.at("/items/" + index))
                .toList();
    }

    private static JsonNode only(JsonNode report) throws Exception {
        List<JsonNode> waiting = candidates(report);
        assertThat(waiting).hasSize(1);
        return waiting.get(0);
    }

    private static JsonNode decide(String key, JsonNode candidate, String decision) throws Exception {
        HttpResponse<byte[]> answer = attempt(key, candidate, decision);
        assertThat(answer.statusCode()).as(Served.json(answer).toString()).isEqualTo(200);
        return Served.json(answer);
    }

    private static HttpResponse<byte[]> attempt(String key, JsonNode candidate, String decision) throws Exception {
        return house.post(
                "/api/v1/candidates/" + candidate.at("/id").asText() + "/decision",
                key,
                "{\"version\": " + candidate.at("/version") + ", " + decision + "}");
    }

    private static List<HttpResponse<byte[]>> atOnce(JsonNode candidate, String one, String other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService reviewers = Executors.newFixedThreadPool(2);
        try {
            Future<HttpResponse<byte[]>> first = reviewers.submit(() -> {
                start.await(5, TimeUnit.SECONDS);
                return attempt(coordinator, candidate, one);
            });
            Future<HttpResponse<byte[]>> second = reviewers.submit(() -> {
                start.await(5, TimeUnit.SECONDS);
                return attempt(colleague, candidate, other);
            });
            return List.of(first.get(20, TimeUnit.SECONDS), second.get(20, TimeUnit.SECONDS));
        } finally {
            reviewers.shutdownNow();
        }
    }

    private static String refused(JsonNode candidate, String decision) throws Exception {
        HttpResponse<byte[]> answer = attempt(coordinator, candidate, decision);
        assertThat(answer.statusCode()).as(Served.json(answer).toString()).isEqualTo(400);
        return Served.json(answer).at("/field").asText();
    }

    private static String refusedReport(String body) throws Exception {
        HttpResponse<byte[]> answer = house.post("/api/v1/reports", contributor, body);
        assertThat(answer.statusCode()).as(Served.json(answer).toString()).isEqualTo(400);
        return Served.json(answer).at("/field").asText();
    }

    /** The characters that a pointer names. */
    private static String pointed(String text, String pointer) {
        String[] offsets = pointer.substring("characters ".length()).split("-", 2);
        int start = text.offsetByCodePoints(0, Integer.parseInt(offsets[0]));
        return text.substring(start, text.offsetByCodePoints(0, Integer.parseInt(offsets[1])));
    }

    /** The alert of a rule, as soon as the watch has judged. */
    private static JsonNode alert(String rule) throws Exception {
        for (Instant end = Instant.now().plus(Duration.ofSeconds(20));
                Instant.now().isBefore(end); ) {
            for (JsonNode alert : house.json("/api/v1/alerts", null).at("/items")) {
                if (alert.at("/rule").asText().equals(rule)) {
                    return alert;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError(rule + " has not rung: " + house.texts("select rule || ' ' || reason from decision"));
    }
}
