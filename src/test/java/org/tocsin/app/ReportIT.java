package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.report.Report;

/** From the text of a report to the alert, as people do it: over HTTP, with the shipped rules. */
class ReportIT {
    @TempDir
    static Path folder;

    private static ReviewRoom news;

    @BeforeAll
    static void open() throws Exception {
        news = new ReviewRoom(folder);
    }

    @AfterAll
    static void close() {
        news.close();
    }

    @Test
    void aConfirmedFigureCanBeFollowedToItsWordsAndRings() throws Exception {
        String text =
                "Caf\u00e9s \ud83d\udd14 closed as the army shelled the town. 250,000 people were displaced by the fighting.";
        JsonNode report = news.post("Shan", "2023-11-20", "MMR", text);
        JsonNode candidate = news.only(report);
        assertThat(candidate.at("/proposal/metric").asText()).isEqualTo("new_displacements");
        assertThat(candidate.at("/proposal/cause").asText()).isEqualTo("conflict");
        assertThat(candidate.at("/proposal/value").asInt()).isEqualTo(250000);
        assertThat(candidate.at("/excerpt/sentence").asText())
                .isEqualTo("250,000 people were displaced by the fighting.");

        JsonNode confirmed = news.decide(
                news.coordinator, candidate, "\"decision\": \"confirm\", \"event\": {\"name\": \"Shan offensive\"}");

        JsonNode figure = news.house.json(
                "/api/v1/figures/" + confirmed.at("/decision/figure").asText(), news.coordinator);
        assertThat(figure.at("/line/source").asText()).isEqualTo("reports");
        assertThat(figure.at("/quantity/value").asInt()).isEqualTo(250000);
        assertThat(figure.at("/eventName").asText()).isEqualTo("Shan offensive");
        assertThat(figure.at("/provenance/sha256").asText()).isEqualTo(Report.sha256(text));
        byte[] document = news.house
                .get(figure.at("/provenance/document").asText(), news.coordinator)
                .body();
        assertThat(new String(document, StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(pointed(text, figure.at("/provenance/pointer").asText()))
                .isEqualTo(candidate.at("/excerpt/words").asText())
                .contains("250,000");
        JsonNode alert = alert("displaced-conflict-statement");
        assertThat(alert.at("/level").asText()).isEqualTo("critical");
        assertThat(news.house.texts(
                        "select action from audit where target = ?",
                        candidate.at("/id").asText()))
                .containsExactly("candidate.confirm");
    }

    @Test
    void theSameTextTwiceAddsNothing() throws Exception {
        String text = "40 people were injured in clashes in Kayah.";
        JsonNode first = news.post("Kayah", "2023-11-18", "MMR", text);
        HttpResponse<byte[]> again = news.send("Kayah, again", "2023-11-19", "MMR", text);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Served.json(again).at("/id")).isEqualTo(first.at("/id"));
        assertThat(Served.json(again).at("/title").asText()).isEqualTo("Kayah");
        assertThat(news.candidates(first)).hasSize(1);
        assertThat(news.house.count(
                        "select count(*) from audit where action = 'report.add' and target = ?",
                        first.at("/id").asText()))
                .isOne();
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
        assertThat(news.house
                        .post("/api/v1/reports", news.contributor, "{\"title\": ")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void thePublicGetsNoMoreThanAQuote() throws Exception {
        String text = "38 people were killed in the shelling of a market. ".repeat(40);
        JsonNode report = news.post("Market", "2023-11-16", "MMR", text);
        String path = "/api/v1/reports/" + report.at("/id").asText();

        JsonNode outside = news.house.json(path, null);
        assertThat(outside.at("/text").isNull()).isTrue();
        assertThat(outside.at("/quote").asText()).startsWith("38 people").hasSizeLessThanOrEqualTo(300);
        assertThat(news.house.json(path, news.contributor).at("/text").asText()).isEqualTo(text);
        assertThat(new String(news.house.get("/api/v1/reports", null).body(), StandardCharsets.UTF_8))
                .doesNotContain("shelling of");

        JsonNode confirmed =
                news.decide(news.coordinator, news.candidates(report).get(0), ReviewRoom.confirm("Market shelled"));
        String document = "/api/v1/figures/" + confirmed.at("/decision/figure").asText() + "/document";
        assertThat(news.house.get(document, null).statusCode()).isEqualTo(403);
        assertThat(news.house.get(document, news.contributor).statusCode()).isEqualTo(200);
    }

    private static String refusedReport(String body) throws Exception {
        HttpResponse<byte[]> answer = news.house.post("/api/v1/reports", news.contributor, body);
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
            for (JsonNode alert : news.house.json("/api/v1/alerts", null).at("/items")) {
                if (alert.at("/rule").asText().equals(rule)) {
                    return alert;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError(
                rule + " has not rung: " + news.house.texts("select rule || ' ' || reason from decision"));
    }
}
