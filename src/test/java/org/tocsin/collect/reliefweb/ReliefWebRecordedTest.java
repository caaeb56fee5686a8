package org.tocsin.collect.reliefweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.PublishedText;
import org.tocsin.collect.Recorded;

/** Reports as they were published, in the envelope of the API. */
final class ReliefWebRecordedTest {
    @ParameterizedTest
    @ValueSource(strings = {"reconstructed/reports_v2_HTI_offset0.json", "reconstructed/reports_v2_HTI_offset6.json"})
    void aPageOfReportsIsReadWhole(String page) throws Exception {
        byte[] body = Recorded.answer("reliefweb/" + page);

        Gathered read = read(body);

        assertThat(read.texts.size() + read.refusals.size())
                .isEqualTo(Recorded.tree(body).at("/data").size());
        assertThat(read.refusals).allMatch(refusal -> refusal.field().equals("body-html"));
        assertThat(read.texts).allSatisfy(text -> assertThat(text.countries()).containsExactly("HTI"));
    }

    @Test
    void reportsOfTheFirstVersionThatHaveNoBodyAreToldEach() throws Exception {
        byte[] body = Recorded.answer("reliefweb/reports_v1_page1.json");

        Gathered read = read(body);

        assertThat(read.texts).isEmpty();
        assertThat(read.refusals).hasSize(Recorded.tree(body).at("/data").size());
    }

    @Test
    void theReportsOnHurricaneMelissaAreTextsButTheOneThatIsAFile() throws Exception {
        JsonNode reports = Recorded.tree(Recorded.answer("reliefweb/reports_HTI_2025-10_2026-02_with_body.json"))
                .at("/reports");
        long withBody = StreamSupport.stream(reports.spliterator(), false)
                .filter(report -> !report.path("body_text").asText().isBlank())
                .count();

        Gathered read = read(enveloped(reports).toString().getBytes(UTF_8));

        assertThat(read.texts).hasSize((int) withBody);
        assertThat(read.refusals).hasSize(reports.size() - (int) withBody);
        assertThat(read.texts).extracting(PublishedText::text).noneMatch(text -> text.contains("<p>"));
        assertThat(read.texts).extracting(PublishedText::text).anyMatch(text -> text.contains("254,545"));
    }

    private static ObjectNode enveloped(JsonNode reports) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        reports.forEach(report -> {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            fields.set("title", report.path("title"));
            fields.set("date", report.path("date"));
            fields.set("body-html", report.path("body_text"));
            data.addObject().put("id", report.path("reliefweb_id").asText()).set("fields", fields);
        });
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("totalCount", reports.size()).set("data", data);
        return page;
    }

    private static Gathered read(byte[] page) throws Exception {
        return Gathered.from(
                new ReliefWebCollectorFactory(null, null, "x", null, null, null).build(),
                List.of(Recorded.document(page, "https://api.reliefweb.int/v2/reports", "2026-02-13T06:00:00Z")));
    }
}
