package org.tocsin.collect.gdacs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Metric;

/** Answers as they were given. */
final class GdacsRecordedTest {
    @Test
    void whatTheFloodInSpainDidIsReadAsItStandsThere() throws Exception {
        byte[] body = Recorded.answer("gdacs/fl-1102983-ep1-event.json");
        long killed = 0;
        long displaced = 0;
        for (JsonNode row : Recorded.tree(body).at("/properties/sendai")) {
            long value =
                    row.path("latest").asBoolean() ? row.path("sendaivalue").asLong() : 0;
            killed += row.path("sendainame").asText().equals("death") ? value : 0;
            displaced += row.path("sendainame").asText().equals("displaced") ? value : 0;
        }

        Gathered read = read(body, "/gdacsapi/api/events/geteventdata");

        assertThat(read.sum(Metric.KILLED)).isEqualTo(killed).isEqualTo(221);
        assertThat(read.sum(Metric.NEW_DISPLACEMENTS)).isEqualTo(displaced).isEqualTo(447);
        assertThat(read.sum(Metric.MISSING)).isEqualTo(114);
        assertThat(read.refusals).extracting(Gathered.Refusal::field).containsExactly("sendainame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1102983-1-geteventdata-source.json",
                "dr-1016449-ep1-event.json",
                "dr-1016449-ep7-event.json",
                "dr-1016449-event.json",
                "tc-1001253-event.json"
            })
    void anEventThatDoesNotSayWhatItDidGivesNothing(String answer) throws Exception {
        Gathered read = read(Recorded.answer("gdacs/" + answer), "/gdacsapi/api/events/geteventdata");

        assertThat(read.figures).isEmpty();
        assertThat(read.refusals).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss_fixture-1.xml", "rss_fixture-2.xml", "rss_small.xml"})
    void aFeedIsReadWhateverStandsBeforeItsDeclaration(String feed) throws Exception {
        Gathered read = read(Recorded.answer("gdacs/" + feed), "/xml/rss.xml");

        assertThat(read.figures).isEmpty();
        assertThat(read.refusals).isEmpty();
    }

    private static Gathered read(byte[] body, String path) throws Exception {
        return Gathered.from(
                new GdacsCollectorFactory(null, null, null).build(),
                List.of(Recorded.document(body, "https://www.gdacs.org" + path, "2026-06-20T06:00:00Z")));
    }
}
