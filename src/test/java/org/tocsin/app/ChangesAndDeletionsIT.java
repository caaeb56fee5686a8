package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.collect.Recorded;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;
import org.tocsin.pipeline.RunSummary;

/** A source that is loaded once and then tells what it changed and deleted, with a check of the last weeks now and then. */
class ChangesAndDeletionsIT {
    private static final String SETTINGS = """
              - type: acled
                baseUrl: "{{WEB}}"
                account: {username: me@example.org, password: secret}
                from: 2020-01-01
                pageSize: 100
            """;

    @TempDir
    Path mail;

    @Test
    void whatIsChangedDeletedOrMissingInTheCheckIsRevisedOrTakenBack() {
        try (Web web = new Web("2022-07-06T06:00:00Z", SETTINGS, mail)) {
            web.server.on("/oauth/token", StubAnswer.bytes(own("token.json")));
            web.server.on("/api/deleted/read", StubAnswer.bytes(own("deleted.json")));
            web.server.on("/api/acled/read", ChangesAndDeletionsIT::events);

            RunSummary first = web.house.collect("acled");
            web.pass(Duration.ofDays(1));
            RunSummary nextDay = web.house.collect("acled");
            web.pass(Duration.ofDays(5));
            RunSummary nextWeek = web.house.collect("acled");

            assertThat(first.failure()).isNull();
            assertThat(first.counts().merged().added()).isEqualTo(33);
            assertThat(web.house.run(first).result().complete()).isTrue();
            assertThat(nextDay.counts().merged().revised()).isEqualTo(2);
            assertThat(nextDay.counts().merged().retracted()).isEqualTo(4);
            assertThat(web.house.run(nextDay).result().complete()).isFalse();
            assertThat(nextWeek.failure())
                    .as("fewer than at first, in fewer days")
                    .isNull();
            assertThat(nextWeek.counts().merged().unchanged()).isEqualTo(15);
            assertThat(nextWeek.counts().merged().retracted()).isEqualTo(14);
            assertThat(web.house.texts("select distinct record from figure order by record"))
                    .containsExactly("MMR35355", "MMR36351", "SUD17432", "UKR61762", "UKR62354");
            assertThat(web.house.count("select value::bigint from figure where record = 'UKR62354' and part = ''"))
                    .isEqualTo(3);
        }
    }

    /** At first all, later what changed, and in the check the second page with what changed, but without what was deleted. */
    private static StubAnswer events(StubServer.Received request) {
        String query = request.uri().getQuery();
        if (query.contains("timestamp=")) {
            return StubAnswer.bytes(own("changed.json"));
        }
        List<String> files = query.contains("event_date=2019")
                ? List.of("events-page1.json", "events-page2.json")
                : List.of("events-page2.json", "changed.json");
        ArrayNode rows = new ObjectMapper().createArrayNode();
        for (String file : files) {
            for (JsonNode row : Recorded.tree(own(file)).path("data")) {
                if (files.get(0).endsWith("page1.json")
                        || !row.path("event_id_cnty").asText().equals("SUD17651")) {
                    rows.add(row);
                }
            }
        }
        ObjectNode answer = new ObjectMapper().createObjectNode();
        answer.put("status", 200).put("success", true).put("count", rows.size()).set("data", rows);
        return StubAnswer.ok(answer.toString());
    }

    private static byte[] own(String name) {
        return Recorded.own("acled/" + name);
    }
}
