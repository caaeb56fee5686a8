package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.access.Actor;
import org.tocsin.access.Audit;
import org.tocsin.access.KeyStore;
import org.tocsin.access.Role;
import org.tocsin.collect.Recorded;
import org.tocsin.db.TestDatabase;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;

/** The server as an operator starts it, over what the three sources really answered, followed by HTTP alone. */
class RecordedAnswersIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLANS = "fts/plan-overview-progress-2022_full_2022-06-09.json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final StubServer web = StubServer.start();
    private final TestDatabase database = TestDatabase.migrated();

    @TempDir
    Path directory;

    private DropwizardTestSupport<TocsinConfiguration> server;
    private String operator;

    @BeforeEach
    void start() throws Exception {
        serve(Recorded.answer(PLANS));
        server = new DropwizardTestSupport<>(
                TocsinApplication.class,
                settings().toString(),
                ConfigOverride.config("server.applicationConnectors[0].port", "0"),
                ConfigOverride.config("server.adminConnectors[0].port", "0"));
        server.before();
        operator = new KeyStore(database.jdbi(), new Audit(database.jdbi(), InstantSource.system()))
                .create("test", Role.OPERATOR, null, Actor.cli("test"), Instant.now())
                .token();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.after();
        }
        web.close();
        database.close();
    }

    @Test
    void fromATrendToTheBytesAndFromARevisionToWhatWasBelievedBefore() throws Exception {
        assertThat(collected("fts").at("/figures/added").asInt()).isGreaterThan(100);
        assertThat(collected("idmc-idu").at("/figures/added").asInt()).isEqualTo(7);
        JsonNode events = collected("ucdp");
        assertThat(events.at("/documents").asInt()).isEqualTo(3);
        assertThat(events.at("/figures/added").asInt()).isEqualTo(600);
        assertThat(events.at("/rejected").asInt()).isZero();

        theTrendLeadsToTheBytes();

        JsonNode again = collected("fts");
        assertThat(again.at("/figures/added").asInt()
                        + again.at("/figures/revised").asInt())
                .isZero();
        assertThat(again.at("/figures/unchanged").asInt()).isGreaterThan(100);

        aChangedAnswerIsOneRevision();
    }

    private void theTrendLeadsToTheBytes() throws Exception {
        JsonNode trend = json("/api/v1/crises/afg/trends?metric=killed&source=ucdp&cause=conflict&population=all"
                + "&interval=year&from=2012-01-01&to=2013-12-31");
        assertThat(trend.at("/trends/0/points/0/value").decimalValue()).isPositive();

        JsonNode figure = json("/api/v1/figures?crisis=afg&metric=killed&source=ucdp&limit=1")
                .at("/items/0");
        byte[] bytes = bytes(figure.at("/provenance/document").asText());

        assertThat(sha256(bytes)).isEqualTo(figure.at("/provenance/sha256").asText());
        String pointer = figure.at("/provenance/pointer").asText();
        assertThat(JSON.readTree(bytes).at(pointer).isMissingNode()).as(pointer).isFalse();
        assertThat(json("/api/v1/figures/" + figure.get("id").asText() + "/history")
                        .at("/items")
                        .size())
                .isOne();
    }

    private void aChangedAnswerIsOneRevision() throws Exception {
        String figures = "/api/v1/figures?crisis=mmr&metric=funding_received&source=fts&limit=1";
        assertThat(received(figures)).isEqualTo(86149206);
        Instant before = Instant.now();

        serve(changed());
        assertThat(collected("fts").at("/figures/revised").asInt()).isOne();

        assertThat(received(figures)).isEqualTo(96149206);
        assertThat(received(figures + "&asOf=" + before)).isEqualTo(86149206);
    }

    private int received(String path) throws Exception {
        return json(path).at("/items/0/quantity/value").asInt();
    }

    private static byte[] changed() {
        JsonNode plans = Recorded.tree(Recorded.answer(PLANS));
        for (JsonNode plan : plans.at("/data/plans")) {
            if (plan.get("name").asText().equals("Myanmar Humanitarian Response Plan 2022")) {
                ((ObjectNode) plan.get("funding")).put("totalFunding", 96149206);
            }
        }
        return plans.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void serve(byte[] plans) {
        web.on("/v2/fts/flow/plan/overview/progress/2022", StubAnswer.bytes(plans));
        web.on("/idus/last-180-days/", StubAnswer.redirect("/dump/idus.json"));
        web.on(
                "/dump/idus.json",
                StubAnswer.bytes(Recorded.answer("idmc-idu/idus_sample_2025_conflict.json"))
                        .gzip());
        web.on(
                "/gedevents/23.1",
                asked -> StubAnswer.bytes(Recorded.answer("ucdp/reconstructed/gedevents_23.1_page"
                        + asked.uri().getQuery().replaceAll(".*&page=(\\d+).*", "$1") + ".json")));
    }

    private Path settings() throws IOException {
        String sources = """
                sources:
                  - {type: fts, baseUrl: "WEB", years: [2022]}
                  - {type: idmc-idu, baseUrl: "WEB", clientId: secret}
                  - {type: ucdp, baseUrl: "WEB", token: t, versions: ["23.1"]}
                server:
                  applicationConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                  adminConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
                """.replace("WEB", "http://" + web.authority());
        return Files.writeString(
                directory.resolve("config.yml"),
                House.database(database.login()) + Web.common(directory.resolve("mail")) + sources);
    }

    /** Starts a run as an operator does, and waits for what came of it. */
    private JsonNode collected(String source) throws Exception {
        String runs = "/api/v1/sources/" + source + "/runs";
        long had = json(runs).at("/items/0/id").asLong(0);
        HttpRequest request =
                asked(runs).POST(HttpRequest.BodyPublishers.noBody()).build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)) {
            JsonNode run = json(runs).at("/items/0");
            if (run.at("/id").asLong(0) > had && !run.at("/finishedAt").isNull()) {
                assertThat(run.at("/failure").isNull()).as(run.toString()).isTrue();
                return run;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the run of " + source + " does not end");
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(bytes(path));
    }

    private byte[] bytes(String path) throws Exception {
        HttpResponse<byte[]> response = http.send(asked(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode())
                .as(path + ": " + new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return response.body();
    }

    private HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort() + path))
                .header("Authorization", "Bearer " + operator);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
