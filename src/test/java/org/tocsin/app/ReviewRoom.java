package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tocsin.access.Role;
import org.tocsin.http.FakeTime;

/** A contributor who posts reports and two coordinators who review them, all over HTTP, on a day in November 2023. */
final class ReviewRoom implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Served house;
    final String contributor;
    final String coordinator;
    final String colleague;

    ReviewRoom(Path folder) throws Exception {
        house = new Served(folder, new FakeTime(Instant.parse("2023-11-20T12:00:00Z")));
        contributor = house.key("desk", Role.CONTRIBUTOR);
        coordinator = house.key("ana", Role.COORDINATOR);
        colleague = house.key("ben", Role.COORDINATOR);
    }

    @Override
    public void close() {
        house.close();
    }

    static String confirm(String event) {
        return "\"decision\": \"confirm\", \"event\": {\"name\": \"" + event + "\"}";
    }

    static String known(String event) {
        return "\"decision\": \"confirm\", \"event\": {\"id\": \"" + event + "\"}";
    }

    JsonNode confirmed(String published, String text, String event) throws Exception {
        return decide(coordinator, only(post(event, published, "MMR", text)), confirm(event));
    }

    JsonNode post(String title, String published, String country, String text) throws Exception {
        HttpResponse<byte[]> answer = send(title, published, country, text.replace("\\n", "\n"));
        JsonNode report = Served.json(answer);
        assertThat(answer.statusCode()).as(report.toString()).isEqualTo(201);
        return report;
    }

    HttpResponse<byte[]> send(String title, String published, String country, String text) throws Exception {
        String body = JSON.createObjectNode()
                .put("title", title)
                .put("published", published)
                .put("url", "https://news.example/" + title.replace(' ', '-'))
                .put("language", "en")
                .put("text", text)
                .<ObjectNode>set("countries", JSON.valueToTree(country.isEmpty() ? List.of() : List.of(country)))
                .toString();
        return house.post("/api/v1/reports", contributor, body);
    }

    List<JsonNode> candidates(JsonNode report) throws Exception {
        JsonNode page =
                house.json("/api/v1/candidates?report=" + report.at("/id").asText(), coordinator);
        return Stream.iterate(0, index -> index + 1)
                .limit(page.at("/items").size())
                .map(index -> page.at("/items/" + index))
                .toList();
    }

    JsonNode only(JsonNode report) throws Exception {
        List<JsonNode> waiting = candidates(report);
        assertThat(waiting).hasSize(1);
        return waiting.get(0);
    }

    JsonNode decide(String key, JsonNode candidate, String decision) throws Exception {
        HttpResponse<byte[]> answer = attempt(key, candidate, decision);
        assertThat(answer.statusCode()).as(Served.json(answer).toString()).isEqualTo(200);
        return Served.json(answer);
    }

    HttpResponse<byte[]> attempt(String key, JsonNode candidate, String decision) throws Exception {
        return house.post(
                "/api/v1/candidates/" + candidate.at("/id").asText() + "/decision",
                key,
                "{\"version\": " + candidate.at("/version") + ", " + decision + "}");
    }

    List<HttpResponse<byte[]>> atOnce(JsonNode candidate, String one, String other) throws Exception {
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

    String refused(JsonNode candidate, String decision) throws Exception {
        HttpResponse<byte[]> answer = attempt(coordinator, candidate, decision);
        assertThat(answer.statusCode()).as(Served.json(answer).toString()).isEqualTo(400);
        return Served.json(answer).at("/field").asText();
    }
}
