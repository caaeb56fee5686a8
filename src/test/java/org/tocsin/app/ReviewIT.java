package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reviewers do with candidates, and what keeps them from undoing each other. */
class ReviewIT {
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
    void ofTwoReviewersOneDecidesAndTheOtherIsToldSo() throws Exception {
        for (int round = 1; round <= 6; round++) {
            String kind = round % 2 == 0
                    ? "\"decision\": \"reject\", \"reason\": \"a forecast\""
                    : ReviewRoom.confirm("Clash " + round);
            JsonNode candidate = news.only(news.post(
                    "Chin", "2023-11-18", "MMR", "1" + round + " people were killed in clashes in Chin State."));
            List<HttpResponse<byte[]>> answers = news.atOnce(candidate, ReviewRoom.confirm("Clash of " + round), kind);

            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
            HttpResponse<byte[]> lost = answers.stream()
                    .filter(answer -> answer.statusCode() == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(Served.json(lost).at("/detail").asText()).containsAnyOf("decided by ana", "decided by ben");
            assertThat(Served.json(lost).at("/version").asInt()).isEqualTo(2);
            assertThat(news.house.count(
                            "select count(*) from audit where target = ?",
                            candidate.at("/id").asText()))
                    .isOne();
        }
        assertThat(news.house.count("select count(*) from run where outcome = 'failed'"))
                .isZero();
        assertThat(news.house.count("select count(*) from event where name like 'Clash %'"))
                .isEqualTo(news.house.count(
                        "select count(*) from candidate c join event e on e.id = c.event where e.name like 'Clash %'"));
    }

    @Test
    void aRejectedSentenceIsNotAskedAgain() throws Exception {
        String sentence = "5,000 people were displaced in a drill of the fire brigade.";
        news.decide(
                news.coordinator,
                news.only(news.post("Drill", "2023-11-10", "MMR", sentence)),
                "\"decision\": \"reject\", \"reason\": \"a drill\"");

        JsonNode second =
                news.post("Drill again", "2023-11-11", "MMR", "Nothing new.\\n" + sentence.replace("in a", "in  a"));

        assertThat(news.candidates(second)).isEmpty();
        assertThat(second.at("/candidates/rejected").asInt()).isOne();
        assertThat(news.house
                        .json(
                                "/api/v1/candidates?state=rejected&report="
                                        + second.at("/id").asText(),
                                news.coordinator)
                        .at("/items/0/decision/reason")
                        .asText())
                .isEqualTo("rejected before by ana: a drill");
    }

    @Test
    void ofSeveralTollsOfOneEventTheLatestCountsAndNoneIsAdded() throws Exception {
        JsonNode first = news.confirmed(
                "2023-11-12", "21 people were killed when the army bombed a village in Sagaing.", "Village bombed");
        String event = first.at("/decision/event").asText();
        JsonNode waiting = news.only(news.post(
                "Sagaing", "2023-11-14", "MMR", "34 people were killed in the air strike on a village in Sagaing."));
        assertThat(waiting.at("/events").findValuesAsText("id")).contains(event);
        news.decide(news.coordinator, waiting, ReviewRoom.known(event));
        JsonNode late = news.decide(
                news.coordinator,
                news.only(news.post(
                        "Sagaing", "2023-11-13", "MMR", "29 people were killed by the bombs on a village in Sagaing.")),
                ReviewRoom.known(event));

        assertThat(late.at("/state").asText()).isEqualTo("superseded");
        assertThat(news.house.texts("""
                select f.value::text from figure f join candidate c on c.record = f.record and c.part = f.part
                where c.event = cast(? as uuid) group by f.value""", event)).containsExactly("34");
        assertThat(news.house.texts("select state from candidate where event = cast(? as uuid) order by seq", event))
                .containsExactly("superseded", "confirmed", "superseded");
    }

    @Test
    void whatCannotBeConfirmedNamesTheFieldToGive() throws Exception {
        JsonNode candidate =
                news.only(news.post("Nowhere", "2023-11-17", "", "77 people were killed when rebels attacked."));
        assertThat(news.refused(candidate, "\"decision\": \"confirm\"")).isEqualTo("event");
        assertThat(news.refused(candidate, ReviewRoom.confirm("Attack"))).isEqualTo("corrections.country");
        assertThat(news.refused(
                        candidate, ReviewRoom.confirm("Attack") + ", \"corrections\": {\"country\": \"Burma\"}"))
                .isEqualTo("corrections.country");
        assertThat(news.refused(candidate, ReviewRoom.confirm("Attack") + ", \"corrections\": {\"colour\": \"red\"}"))
                .isEqualTo("colour");
        assertThat(news.refused(candidate, ReviewRoom.confirm("Attack") + ", \"corrections\": {\"value\": \"many\"}"))
                .isEqualTo("corrections.value");
        assertThat(news.refused(candidate, "\"decision\": \"reject\"")).isEqualTo("reason");
        assertThat(news.refused(candidate, "\"decision\": \"perhaps\"")).isEqualTo("decision");
        assertThat(news.refused(candidate, "\"decision\": \"confirm\", \"event\": {\"id\": \"7\"}"))
                .isEqualTo("event.id");
        assertThat(news.house
                        .json("/api/v1/candidates/" + candidate.at("/id").asText(), news.coordinator)
                        .at("/version")
                        .asInt())
                .isOne();

        JsonNode corrected = news.decide(
                news.coordinator,
                candidate,
                ReviewRoom.confirm("Attack")
                        + ", \"history\": true, \"corrections\": {\"country\": \"MMR\", \"value\": 70, \"population\": \"civilians\"}");
        assertThat(corrected.at("/decision/confirmed/value").asInt()).isEqualTo(70);
        assertThat(corrected.at("/proposal/value").asInt()).isEqualTo(77);
        assertThat(news.house.texts("""
                select class from figure_change c join candidate k on k.record = c.record
                where k.id = cast(? as uuid)""", candidate.at("/id").asText())).containsExactly("backfill");
    }
}
