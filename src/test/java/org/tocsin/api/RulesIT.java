package org.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.access.Role;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Redistribution;

class RulesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANY_KILLED = """
            {"id": "many-killed", "title": "Many killed", "metric": "killed", "cause": "conflict", "interval": "month",
             "floor": 100, "detector": {"type": "threshold", "levels": {"watch": 100, "critical": 1000}}}
            """;

    private static final LocalDate JUNE = LocalDate.of(2024, 6, 10);

    private House house;
    private String key;

    @BeforeEach
    void open() throws Exception {
        house = new House(true);
        key = house.key(Role.COORDINATOR);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aCoordinatorWritesARuleAndEachChangeIsAVersion() throws Exception {
        assertThat(house.write("POST", "/api/v1/rules", key, MANY_KILLED).statusCode())
                .isEqualTo(201);
        assertThat(house.write("PUT", "/api/v1/rules/many-killed", key, MANY_KILLED)
                        .statusCode())
                .isEqualTo(200);
        String louder = MANY_KILLED.replace("\"watch\": 100", "\"watch\": 200");
        JsonNode second = JSON.readTree(
                house.write("PUT", "/api/v1/rules/many-killed", key, louder).body());

        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(second.get("provisioned").asBoolean()).isFalse();
        JsonNode versions = JSON.readTree(
                house.get("/api/v1/rules/many-killed/versions", key).body());
        assertThat(versions.at("/items").size()).isEqualTo(2);
        assertThat(versions.at("/items/1/definition/detector/levels/watch").asInt())
                .isEqualTo(100);
        List<String> audited = house.jdbi.withHandle(
                handle -> handle.createQuery("select action from audit where target = 'many-killed' order by at")
                        .mapTo(String.class)
                        .list());
        assertThat(audited).containsExactly("rule.create", "rule.update", "rule.update");
    }

    @Test
    void aRetiredRuleIsOutOfForceAndItsVersionsStay() throws Exception {
        house.write("POST", "/api/v1/rules", key, MANY_KILLED);

        assertThat(house.send("DELETE", "/api/v1/rules/many-killed", key).statusCode())
                .isEqualTo(204);

        assertThat(house.get("/api/v1/rules/many-killed", key).statusCode()).isEqualTo(404);
        assertThat(house.get("/api/v1/rules/many-killed/versions", key).statusCode())
                .isEqualTo(200);
        assertThat(house.send("DELETE", "/api/v1/rules/many-killed", key).statusCode())
                .isEqualTo(404);
        assertThat(house.write("POST", "/api/v1/rules", key, MANY_KILLED).statusCode())
                .isEqualTo(201);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() throws Exception {
        ObjectNode wrong = (ObjectNode) JSON.readTree(MANY_KILLED);
        wrong.put("metric", "slain").put("floor", "many").put("colour", "red");
        ((ObjectNode) wrong.get("detector")).put("type", "thresh");

        HttpResponse<String> answer = house.write("POST", "/api/v1/rules", key, wrong.toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("problems").findValuesAsText("field"))
                .containsExactlyInAnyOrder("metric", "floor", "colour", "detector.type");
        assertThat(house.rules.list()).isEmpty();
    }

    @Test
    void anIntervalFinerThanItsSourcesSpeakIsRefused() throws Exception {
        house.jdbi.useHandle(handle -> handle.execute("""
                insert into source (id, name, licence, licence_url, attribution, redistribution, non_commercial, cadence_days,
                    absence_is_zero, grain)
                values ('monthly', 'Monthly', 'L', 'https://example.org', 'T', 'rows', false, 30, false, 'month')
                """));
        ObjectNode daily = (ObjectNode) JSON.readTree(MANY_KILLED);
        daily.put("interval", "week").putArray("sources").add("monthly");

        HttpResponse<String> answer = house.write("POST", "/api/v1/rules", key, daily.toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = JSON.readTree(answer.body()).at("/problems/0");
        assertThat(problem.get("field").asText()).isEqualTo("interval");
        assertThat(problem.get("detail").asText()).endsWith("by month; take one of month, quarter, year, statement");
        assertThat(house.rules.list()).isEmpty();
    }

    @Test
    void aRuleOfAFileIsChangedInTheFile() throws Exception {
        Rule rule = RuleFile.read(MANY_KILLED);
        house.rules.provision(List.of(rule), Instant.parse("2024-06-01T00:00:00Z"));

        assertThat(house.write("PUT", "/api/v1/rules/many-killed", key, MANY_KILLED)
                        .statusCode())
                .isEqualTo(409);
        assertThat(house.send("DELETE", "/api/v1/rules/many-killed", key).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aRuleIsAnsweredWithTheRegionsItNamesNotWithWhatLiesInThem() throws Exception {
        String regional = MANY_KILLED.replace(
                "\"interval\"",
                "\"crises\": [\"sdn\"], \"regions\": [\"015\"], \"countries\": [\"TCD\"], \"interval\"");
        JsonNode created = JSON.readTree(
                house.write("POST", "/api/v1/rules", key, regional).body());
        String everywhere = MANY_KILLED.replace("\"interval\"", "\"everyCountry\": true, \"interval\"");
        JsonNode second = JSON.readTree(
                house.write("PUT", "/api/v1/rules/many-killed", key, everywhere).body());

        assertThat(created.at("/definition/regions").toString()).isEqualTo("[\"015\"]");
        assertThat(created.at("/definition/countries").toString()).isEqualTo("[\"TCD\"]");
        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(second.at("/definition/everyCountry").asBoolean()).isTrue();
        assertThat(second.at("/definition/regions").isMissingNode()).isTrue();
        List<String> matched = house.jdbi.withHandle(handle -> handle.createQuery(
                        "select array_to_string(countries, ' ') || ' ' || every_country from rule_version order by version")
                .mapTo(String.class)
                .list());
        assertThat(matched).containsExactly("DZA EGY ESH LBY MAR SDN TCD TUN false", " true");
    }

    @Test
    void whatIsWrongInWhereARuleLooksIsNamedWithItsPlace() throws Exception {
        String wrong = MANY_KILLED.replace(
                "\"interval\"",
                "\"regions\": [\"015\", \"999\"], \"countries\": [\"Sudan\"], \"everyCountry\": true, \"interval\"");

        HttpResponse<String> answer = house.write("POST", "/api/v1/rules", key, wrong);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("problems").findValuesAsText("field"))
                .containsExactlyInAnyOrder("regions[1]", "countries[0]", "everyCountry");
    }

    @Test
    void aPreviewRehearsesTheCountryThatIsNamedBesideTheCrisisItLiesIn() throws Exception {
        house.source("ucdp", Redistribution.ROWS);
        house.take("150", Figures.killed(150).in("SDN").record("a").on(JUNE).figure());
        house.take("90", Figures.killed(90).in("ETH").record("b").on(JUNE).figure());
        String everyone = MANY_KILLED.replace("\"interval\"", "%s \"interval\"");

        assertThat(scopes(everyone.formatted(""))).isEqualTo(2);
        assertThat(scopes(everyone.formatted("\"everyCountry\": true,"))).isEqualTo(2);
        assertThat(scopes(everyone.formatted("\"crises\": [\"sdn\"], \"regions\": [\"015\"],")))
                .isEqualTo(2);
        assertThat(scopes(everyone.formatted("\"regions\": [\"030\"],"))).isZero();
    }

    private int scopes(String rule) throws Exception {
        String asked = "{\"rule\": %s, \"from\": \"2024-01-01\", \"to\": \"2024-07-31\"}".formatted(rule);
        return JSON.readTree(
                        house.write("POST", "/api/v1/rules/preview", key, asked).body())
                .get("scopes")
                .asInt();
    }

    @Test
    void aPreviewOfAPlaceThatNobodyKnowsSaysSo() throws Exception {
        String asked = """
                {"rule": %s, "from": "2024-01-01", "to": "2024-06-30", "scopes": ["%s"]}
                """;

        assertThat(house.write("POST", "/api/v1/rules/preview", key, asked.formatted(MANY_KILLED, "crisis:sdn"))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> unknown =
                house.write("POST", "/api/v1/rules/preview", key, asked.formatted(MANY_KILLED, "crisis:atlantis"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("crisis:atlantis");
        assertThat(house.write("POST", "/api/v1/rules/preview", key, asked.formatted(MANY_KILLED, "country:QQQ"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRuleIsNotSavedUnderTheNameOfAnother() throws Exception {
        house.write("POST", "/api/v1/rules", key, MANY_KILLED);

        assertThat(house.write("POST", "/api/v1/rules", key, MANY_KILLED).statusCode())
                .isEqualTo(409);
        HttpResponse<String> other = house.write(
                "PUT", "/api/v1/rules/many-killed", key, MANY_KILLED.replace("\"many-killed\"", "\"other\""));
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(other.body()).get("field").asText()).isEqualTo("id");
    }
}
