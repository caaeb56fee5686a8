package org.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.access.Role;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.SourceId;

class ApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.of(2024, 6, 5);
    private static final String TRENDS = "/api/v1/crises/sdn/trends?metric=killed&from=2024-06-01&to=2024-06-30";
    private static House house;
    private static String alert;

    @BeforeAll
    static void twoSourcesSpeakAndOneIsRevised() throws Exception {
        house = new House(true);
        house.source("ucdp", Redistribution.ROWS);
        house.source("acled", Redistribution.AGGREGATE_ONLY);
        house.itIs("2024-06-10T08:00:00Z");
        house.take("first,150", Figures.killed(150).record("a").on(DAY).figure());
        house.take("few", Figures.killed(3).record("b").on(DAY.plusDays(1)).figure());
        house.take(
                "sums",
                Figures.killed(40)
                        .from(new SourceId("acled"))
                        .record("x")
                        .on(DAY)
                        .figure());
        alert = house.ring(150, DAY).alert().toString();
        house.itIs("2024-06-20T08:00:00Z");
        house.take("second,180", Figures.killed(180).record("a").on(DAY).figure());
        house.itIs("2024-06-30T12:00:00Z");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static JsonNode json(String path) throws Exception {
        return json(path, null);
    }

    private static JsonNode json(String path, String key) throws Exception {
        HttpResponse<String> response = house.get(path, key);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    @Test
    void fromATrendToItsFiguresTheirHistoryAndTheBytesTheyCameFrom() throws Exception {
        JsonNode trend = json(TRENDS + "&source=ucdp");
        assertThat(trend.at("/trends/0/points/0/value").asInt()).isEqualTo(183);
        assertThat(trend.at("/trends/0/points/0/revised").asBoolean()).isTrue();
        assertThat(trend.at("/trends/0/source/licence").asText()).isEqualTo("CC BY 4.0");

        JsonNode figures = json("/api/v1/figures?crisis=sdn&metric=killed&limit=1");
        String id = figures.at("/items/0/id").asText();
        assertThat(figures.at("/items/0/quantity/value").asInt()).isEqualTo(180);
        assertThat(figures.at("/withheld/0").asText()).isEqualTo("acled");
        JsonNode rest = json("/api/v1/figures?crisis=sdn&metric=killed&limit=1&cursor="
                + figures.get("next").asText());
        assertThat(rest.at("/items/0/quantity/value").asInt()).isEqualTo(3);
        assertThat(rest.get("next").isNull()).isTrue();

        assertThat(json("/api/v1/figures/" + id + "/history").findValuesAsText("value"))
                .containsExactly("180", "150");
        HttpResponse<String> document = house.get("/api/v1/figures/" + id + "/document");
        assertThat(document.body()).isEqualTo("second,180");
        assertThat(document.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(document.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(document.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
    }

    @Test
    void aRevisedDayStillReadsAsItDidBefore() throws Exception {
        JsonNode before = json(TRENDS + "&source=ucdp&asOf=2024-06-15");

        assertThat(before.at("/trends/0/points/0/value").asInt()).isEqualTo(153);
        assertThat(before.get("asOf").asText()).isEqualTo("2024-06-15T23:59:59.999999Z");
    }

    @Test
    void anAnswerIsAsOfBeforeAMergeThatStillRunsAndSaysSo() throws Exception {
        long run = house.beginMerge("acled", "2024-06-30T08:00:00Z");
        try {
            String asOf = "asOf=2024-06-30";
            assertThat(json(TRENDS + "&source=ucdp&" + asOf).get("asOf").asText())
                    .isEqualTo("2024-06-30T07:59:59.999999Z");
            JsonNode figures = json("/api/v1/figures?crisis=sdn&metric=killed&" + asOf);
            assertThat(figures.get("asOf").asText()).isEqualTo("2024-06-30T07:59:59.999999Z");
            assertThat(figures.at("/items/0/quantity/value").asInt()).isEqualTo(180);
        } finally {
            house.endMerge(run);
        }
        assertThat(json("/api/v1/figures?crisis=sdn&metric=killed").get("asOf").isNull())
                .isTrue();
    }

    @Test
    void theHeadlineIsOneSourceAndAllAreEach() throws Exception {
        assertThat(json(TRENDS).get("trends")).hasSize(1);
        assertThat(json(TRENDS + "&source=all").findValuesAsText("source")).contains("acled", "ucdp");
    }

    @Test
    void dayValuesThatPointAtFewPeopleAreForTheTrustedOnly() throws Exception {
        String days = TRENDS + "&source=ucdp&interval=day";

        JsonNode shown = json(days).at("/trends/0/points/5");
        assertThat(shown.get("withheld").asBoolean()).isTrue();
        assertThat(shown.get("value").isNull()).isTrue();
        assertThat(json(days, house.key(Role.CONTRIBUTOR))
                        .at("/trends/0/points/5/value")
                        .asInt())
                .isEqualTo(3);
        JsonNode few = json("/api/v1/figures?crisis=sdn&metric=killed").at("/items/1");
        assertThat(few.get("coarsened").asBoolean()).isTrue();
        assertThat(few.at("/period/start").asText()).isEqualTo("2024-06-03");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/crises/sdn/trends                                       | 400 | metric
            /api/v1/crises/sdn/trends?metric=kiled                          | 400 | metric
            /api/v1/crises/sdn/trends?metric=killed&metric=idps             | 400 | metric
            /api/v1/crises/sdn/trends?metric=killed&intervall=day           | 400 | intervall
            /api/v1/crises/sdn/trends?metric=killed&interval=hour           | 400 | interval
            /api/v1/crises/sdn/trends?metric=killed&from=yesterday          | 400 | from
            /api/v1/crises/sdn/trends?metric=killed&source=acled&interval=day | 400 | interval
            /api/v1/crises/sdn/trends?metric=killed&asOf=2024               | 400 | asOf
            /api/v1/crises/sdn/trends?metric=killed&format=xml              | 400 | format
            /api/v1/crises/sdn/trends.svg?metric=killed&source=all          | 400 | source
            /api/v1/crises/sdn/trends.svg?metric=killed&width=9             | 400 | width
            /api/v1/crises/sdn/trends?metric=idps                           | 404 |
            /api/v1/crises/none                                             | 404 |
            /api/v1/crises?limit=3                                          | 400 | limit
            /api/v1/figures                                                 | 400 | crisis
            /api/v1/figures?crisis=sdn&limit=1001                           | 400 | limit
            /api/v1/figures?crisis=sdn&cursor=%25                           | 400 | cursor
            /api/v1/figures?crisis=sdn&source=acled                         | 403 |
            /api/v1/figures/nonsense                                        | 404 |
            /api/v1/alerts?state=closed                                     | 400 | state
            /api/v1/alerts/00000000-0000-0000-0000-000000000000             | 404 |
            /api/v1/alerts/nonsense                                         | 404 |
            /api/v1/decisions?fired=maybe                                   | 400 | fired
            /api/v1/nothing                                                 | 404 |
            /api/v1/holds                                                   | 401 |
            """)
    void aWrongRequestIsToldWhatIsWrongWithIt(String path, int status, String field) throws Exception {
        HttpResponse<String> response = house.get(path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.path("field").asText(null)).isEqualTo(field);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
    }

    @Test
    void aMethodThatIsNotTakenIsAProblemThatNamesThoseThatAre() throws Exception {
        HttpResponse<String> response = house.send("DELETE", "/api/v1/crises", null);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow").orElseThrow()).contains("GET");
        assertThat(JSON.readTree(response.body()).get("title").asText()).isEqualTo("Method Not Allowed");
    }

    @Test
    void aTableCarriesItsTermsAndNoFormula() throws Exception {
        HttpResponse<String> csv = house.get(TRENDS + "&source=all&format=csv");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.get(0))
                .startsWith("crisis,metric,unit")
                .endsWith("licence,attribution,non_commercial,redistribution");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).contains(",183,").contains("'=ucdp programme");
    }

    @Test
    void anUnchangedTrendIsNotSentAgain() throws Exception {
        HttpResponse<String> first = house.get(TRENDS);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(house.send("GET", TRENDS, null, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(house.get(TRENDS + "&format=csv")
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow())
                .isNotEqualTo(tag);
    }

    @Test
    void theCrisisSaysHowItStands() throws Exception {
        JsonNode crisis = json("/api/v1/crises/sdn");

        assertThat(crisis.get("name").asText()).isEqualTo("Sudan <conflict>");
        assertThat(crisis.at("/scope/lines/0/country").asText()).isEqualTo("SDN");
        assertThat(crisis.get("openAlerts").asInt()).isEqualTo(1);
        assertThat(crisis.get("headline").findValuesAsText("metric")).containsExactly("killed");
        assertThat(crisis.get("funding").isNull()).isTrue();
    }

    @Test
    void theChartCarriesItsCredit() throws Exception {
        HttpResponse<String> chart = house.get(TRENDS.replace("trends?", "trends.svg?") + "&source=ucdp&theme=dark");

        assertThat(chart.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(chart.body())
                .startsWith("<svg")
                .contains("ucdp programme, CC BY 4.0")
                .contains("Sudan &lt;conflict");
    }

    @Test
    void daysOfASourceThatLetsOutSumsAreExplainedToTheTrustedOnly() throws Exception {
        String path = "/api/v1/alerts/" + alert + "/explanation";
        house.source("ucdp", Redistribution.AGGREGATE_ONLY);
        try {
            JsonNode outside = json(path);
            assertThat(outside.get("withheld").asBoolean()).isTrue();
            assertThat(outside.get("evidence").isNull()).isTrue();
            assertThat(outside.get("anew").isNull()).isTrue();
            assertThat(outside.get("same").asBoolean()).isTrue();
            assertThat(json(path, house.key(Role.CONTRIBUTOR))
                            .at("/evidence/points/0/value")
                            .asInt())
                    .isEqualTo(150);
            assertThat(json("/api/v1/alerts/" + alert)
                            .at("/said/redistribution")
                            .asText())
                    .isEqualTo("aggregate_only");
            assertThat(house.get("/api/v1/crises/sdn/trends.svg?metric=killed&source=ucdp")
                            .body())
                    .contains("Given in sums by area and week or coarser only");
            assertThat(house.get("/alerts/" + alert).body()).contains("Given in sums by area");
        } finally {
            house.source("ucdp", Redistribution.ROWS);
        }
    }

    @Test
    void anAlertIsToldListedExplainedAndAcknowledged() throws Exception {
        JsonNode list = json("/api/v1/alerts?state=open&crisis=sdn&severity=watch&since=2024-06-01");
        assertThat(list.at("/items/0/id").asText()).isEqualTo(alert);
        assertThat(json("/api/v1/alerts?severity=critical").get("items")).isEmpty();
        assertThat(json("/api/v1/decisions?fired=true&rule=many&crisis=sdn").get("items"))
                .hasSize(1);
        assertThat(json("/api/v1/rules/many").at("/definition/detector/type").asText())
                .isEqualTo("threshold");

        JsonNode explanation = json("/api/v1/alerts/" + alert + "/explanation");
        assertThat(explanation.get("same").asBoolean()).isTrue();
        assertThat(explanation.at("/evidence/points/0/value").asInt()).isEqualTo(150);

        String path = "/api/v1/alerts/" + alert + "/acknowledgement";
        String coordinator = house.key(Role.COORDINATOR);
        assertThat(house.send("POST", path, null).statusCode()).isEqualTo(401);
        assertThat(house.send("POST", path, house.key(Role.OPERATOR)).statusCode())
                .isEqualTo(403);
        JsonNode story = JSON.readTree(house.send("POST", path, coordinator).body());
        assertThat(story.at("/alert/acknowledged/by").asText()).isEqualTo("coordinator");
        assertThat(story.at("/said/sentence").asText()).contains("150").contains("killed");
        assertThat(audited("alert.acknowledge")).containsExactly(Map.of("name", "coordinator", "target", alert));
    }

    @Test
    void anOperatorStartsARunThatTheLogThenHas() throws Exception {
        HttpResponse<String> started = house.send("POST", "/api/v1/sources/silent/runs", house.key(Role.OPERATOR));

        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(started.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/sources/silent/runs");
        assertThat(json("/api/v1/sources/silent/runs").at("/items/0/cause").asText())
                .isEqualTo("hand");
        assertThat(audited("run.start")).hasSize(1);
        assertThat(house.send("POST", "/api/v1/sources/ucdp/runs", house.key(Role.ADMIN))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void theDocumentOfASourceThatAllowsSumsOnlyIsForTheTrusted() throws Exception {
        String key = house.key(Role.CONTRIBUTOR);
        String id = json("/api/v1/figures?crisis=sdn&source=acled", key)
                .at("/items/0/id")
                .asText();

        HttpResponse<String> refused = house.get("/api/v1/figures/" + id + "/document");
        assertThat(refused.statusCode()).isEqualTo(403);
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.get("sha256").asText()).hasSize(64);
        assertThat(problem.get("pointer").asText()).isEqualTo("row 2");
        assertThat(problem.get("link").asText()).isEqualTo("https://licence.example/acled");
        assertThat(house.get("/api/v1/figures/" + id).statusCode()).isEqualTo(403);
        assertThat(house.get("/api/v1/figures/" + id + "/document", key).body()).isEqualTo("sums");
    }

    @Test
    void everyAnswerTellsBrowsersToTakeItAsData() throws Exception {
        for (String path : List.of("/api/v1/crises", "/api/v1/nothing")) {
            HttpResponse<String> response = house.get(path);
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'");
        }
    }

    @Test
    void aKeyThatIsNoneOpensNothingNotEvenWhatIsPublic() throws Exception {
        HttpResponse<String> response = house.get("/api/v1/crises", "tocsin_wrong");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    private static List<Map<String, Object>> audited(String action) {
        return house.jdbi.withHandle(
                handle -> handle.createQuery("select name, target from audit where action = :action")
                        .bind("action", action)
                        .mapToMap()
                        .list());
    }
}
