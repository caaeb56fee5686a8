package org.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.SourceId;

/** Three sources count the same people; the one that comes first by order was heard of last. */
class SourcesIT {
    private static final String JANUARY =
            "/api/v1/crises/sdn/trends?metric=killed&interval=month&from=2024-01-01&to=2024-02-29";
    private static House house;

    @BeforeAll
    static void threeSourcesSpeakOneAfterTheOther() throws Exception {
        house = new House(true);
        say("zeta", 300, "2024-02-01T08:00:00Z");
        say("acled", 130, "2024-02-10T08:00:00Z");
        say("ucdp", 100, "2024-03-01T08:00:00Z");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aChangeOfTheHeadlinesSourceIsADatedMark() throws Exception {
        JsonNode answer = json(JANUARY);

        assertThat(answer.at("/trends/0/line/source").asText()).isEqualTo("ucdp");
        assertThat(answer.at("/marks").toString())
                .isEqualTo("[{\"day\":\"2024-02-10\",\"from\":\"zeta\",\"to\":\"acled\"},"
                        + "{\"day\":\"2024-03-01\",\"from\":\"acled\",\"to\":\"ucdp\"}]");
        assertThat(json(JANUARY + "&source=ucdp").get("marks")).isEmpty();
    }

    @Test
    void thePastIsAnsweredByTheSourceThatStoodForItThen() throws Exception {
        JsonNode answer = json(JANUARY + "&asOf=2024-02-05");

        assertThat(answer.at("/trends/0/line/source").asText()).isEqualTo("zeta");
        assertThat(answer.at("/trends/0/points/0/value").asInt()).isEqualTo(300);
        assertThat(answer.get("marks")).isEmpty();
    }

    @Test
    void threeComparableSourcesSpanASpread() throws Exception {
        JsonNode spread = json(JANUARY + "&source=all").at("/spreads/0");

        assertThat(spread.at("/sources")).hasSize(3);
        assertThat(spread.at("/points/0/min").asInt()).isEqualTo(100);
        assertThat(spread.at("/points/0/median").asInt()).isEqualTo(130);
        assertThat(spread.at("/points/0/max").asInt()).isEqualTo(300);
        assertThat(spread.at("/points/1/median").isNull()).isTrue();
    }

    private static void say(String source, long killed, String when) throws Exception {
        house.source(source, Redistribution.ROWS);
        house.itIs(when);
        house.take(
                source,
                Figures.killed(killed)
                        .from(new SourceId(source))
                        .record("1")
                        .on(LocalDate.of(2024, 1, 10))
                        .figure());
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(house.get(path).body());
    }
}
