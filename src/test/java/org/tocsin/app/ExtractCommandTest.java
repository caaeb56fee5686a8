package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.extract.Extractor;

class ExtractCommandTest {
    private static final Extractor EXTRACTOR = Extractor.shipped();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void aLineIsAnsweredWithTheFieldsOfTheScheme() throws Exception {
        int bad = run("""
                {"id": "a", "text": "Since 5 May 2024 at least 1,200 civilians have been killed in Sudan, the UN said.", "doc_date": "2024-06-01"}
                """);

        JsonNode answer = answers().get(0);
        JsonNode figure = answer.path("figures").path(0);
        assertThat(bad).isZero();
        assertThat(answer.path("id").asText()).isEqualTo("a");
        assertThat(figure.path("metric").asText()).isEqualTo("killed");
        assertThat(figure.path("value").decimalValue()).isEqualByComparingTo("1200");
        assertThat(figure.path("qualifier").asText()).isEqualTo("at_least");
        assertThat(figure.path("population").asText()).isEqualTo("civilians");
        assertThat(figure.path("period_start").asText()).isEqualTo("2024-05-05");
        assertThat(figure.path("location").path("iso3").asText()).isEqualTo("SDN");
        assertThat(figure.path("rule").asText()).isNotEmpty();
        assertThat(figure.path("confidence").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void badLinesAreNamedAndTheOthersStillAnswered() throws Exception {
        int bad = run("""
                {"id": "a"}
                not json
                {"id": "c", "text": "12 people were injured.", "doc_date": "soon"}
                {"id": "d", "text": "12 people were injured."}
                """);

        assertThat(bad).isEqualTo(3);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("line 1, field text", "line 2, field (whole line)", "line 3, field doc_date");
        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.path("id").asText()).isEqualTo("d");
            assertThat(answer.path("figures")).hasSize(1);
        });
    }

    @Test
    void lettersBeyondAsciiComeBackAsTheyWere() throws Exception {
        run("{\"id\": 1, \"text\": \"Deux mille déplacés ont été dénombrés à Béni, en RDC.\", \"lang\": \"fr\"}\n");

        assertThat(answers().get(0).path("figures").path(0).path("span").asText())
                .contains("déplacés");
    }

    private int run(String lines) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        PrintStream answers = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new ExtractCommand(in, answers, new PrintStream(errors, true, StandardCharsets.UTF_8)).answer(EXTRACTOR);
    }

    private List<JsonNode> answers() throws IOException {
        ObjectMapper json = new ObjectMapper();
        return json.readerFor(JsonNode.class)
                .<JsonNode>readValues(out.toString(StandardCharsets.UTF_8))
                .readAll();
    }
}
