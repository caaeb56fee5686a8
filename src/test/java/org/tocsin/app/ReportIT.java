package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.report.Candidate;
import org.tocsin.report.CandidateStore;
import org.tocsin.report.ChangeStatement;
import org.tocsin.report.Found;
import org.tocsin.report.Proposal;
import org.tocsin.report.ProposedChange;
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
    void theTollsOfAnOffensiveBecomeARunningTotalEachAndTheDisplacedRing() throws Exception {
        JsonNode report = news.post(
                "Myanmar: civilians pay for the offensive",
                "2023-11-20",
                "MMR",
                "Fighting in northern Myanmar has spread to several states. At least 75 civilians have been killed, 94 injured"
                        + " and more than 200,000 displaced since 27 October, the United Nations said.");
        List<JsonNode> waiting = news.candidates(report);
        assertThat(waiting)
                .extracting(each -> each.at("/proposal/metric").asText() + " "
                        + each.at("/proposal/value").asText() + " "
                        + each.at("/proposal/qualifier").asText() + " "
                        + each.at("/proposal/kind").asText() + " "
                        + each.at("/proposal/start").asText() + " "
                        + each.at("/proposal/end").asText() + " "
                        + each.at("/proposal/cause").asText() + " "
                        + each.at("/proposal/country").asText())
                .containsExactly(
                        "killed 75 at_least cumulative 2023-10-27 2023-11-20 conflict MMR",
                        "injured 94 exact cumulative 2023-10-27 2023-11-20 conflict MMR",
                        "new_displacements 200000 more_than cumulative 2023-10-27 2023-11-20 conflict MMR");

        JsonNode displaced = news.decide(news.coordinator, waiting.get(2), ReviewRoom.confirm("Operation 1027"));
        String event = displaced.at("/decision/event").asText();
        news.decide(news.coordinator, waiting.get(0), ReviewRoom.known(event));

        JsonNode figure = news.house.json(
                "/api/v1/figures/" + displaced.at("/decision/figure").asText(), null);
        assertThat(figure.at("/period/start").asText()).isEqualTo("2023-10-27");
        assertThat(figure.at("/eventName").asText()).isEqualTo("Operation 1027");
        assertThat(alert("displaced-conflict-statement").at("/level").asText()).isEqualTo("critical");
        assertThat(news.house.count("select count(*) from decision where rule = 'killed-statement' and fired"))
                .isZero();
    }

    @Test
    void aChangeToldInPercentIsShownWithItsCrisis() throws Exception {
        JsonNode report =
                news.post("Myanmar", "2023-11-19", "MMR", "Civilian deaths from air strikes rose by 95 percent.");
        UUID id = UUID.fromString(report.at("/id").asText());
        Proposal read = new ProposedChange(
                new ProposedChange.Of(Metric.KILLED, "MMR", Population.CIVILIANS, Cause.CONFLICT),
                new ProposedChange.By(ChangeStatement.Direction.INCREASE, new BigDecimal(95), null, null),
                null);
        new CandidateStore(news.house.jdbi())
                .add(
                        id,
                        List.of(new Found(
                                new Candidate.Excerpt(40, 50, "95 percent", "Civilian deaths rose."),
                                read,
                                new Candidate.Trust("change-in", 0.9, List.of()))),
                        Instant.EPOCH);
        JsonNode waiting = news.candidates(report).stream()
                .filter(each -> each.at("/trust/confidence").asDouble() == 0.9)
                .findFirst()
                .orElseThrow();

        assertThat(news.refused(waiting, "\"decision\": \"confirm\"")).isEqualTo("corrections.since");
        news.decide(
                news.coordinator,
                waiting,
                "\"decision\": \"confirm\", \"corrections\": {\"since\": \"2023-10-01\", \"statedBy\": \"OHCHR\"}");

        JsonNode change = news.house.json("/api/v1/crises/mmr/changes", null).at("/items/0");
        assertThat(change.at("/percent").asInt()).isEqualTo(95);
        assertThat(change.at("/metric").asText()).isEqualTo("killed");
        assertThat(change.at("/source/sha256").asText())
                .isEqualTo(report.at("/sha256").asText());
        assertThat(change.at("/source/pointer").asText()).isEqualTo("characters 40-50");
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
