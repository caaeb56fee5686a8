package org.tocsin.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.figure.InvalidFigureException;

final class JsonRowsTest {
    private final Gathered gathered = new Gathered();

    @Test
    void everyRowOfAnArrayIsReadWithItsPlace() throws Exception {
        List<String> rows = new ArrayList<>();

        long count = JsonRows.each(
                document(
                        "{\"meta\": {\"data\": 1}, \"data\": {\"plans\": [{\"a\": 1}, {\"a\": 2}, {\"a\": 3}]}, \"status\": 1}"),
                gathered,
                row -> rows.add(row.pointer("a") + "=" + row.text("a")),
                "data",
                "plans");

        assertThat(count).isEqualTo(3);
        assertThat(rows).containsExactly("/data/plans/0/a=1", "/data/plans/1/a=2", "/data/plans/2/a=3");
    }

    @Test
    void aBadRowIsRefusedAndTheNextOneRead() throws Exception {
        List<String> rows = new ArrayList<>();

        JsonRows.each(
                document("[{}, null, 7, [], {\"a\": {}}, {\"a\": \"x\"}]"), gathered, row -> rows.add(row.text("a")));

        assertThat(rows).containsExactly("x");
        assertThat(gathered.refusals).extracting(Gathered.Refusal::at).containsExactly("/0", "/1", "/2", "/3", "/4");
        assertThat(gathered.refusals).extracting(Gathered.Refusal::field).containsOnly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[{\"a\": 1}, {\"a\"", "[{\"a\": 1}", "[{\"a\": 1}] {", "[{\"a\": 1}]]", "{}", "7", "", "<html>"
            })
    void whatIsCutOffOrNoArrayIsUnreadable(String text) {
        assertThatThrownBy(() -> JsonRows.each(document(text), gathered, row -> {}))
                .isInstanceOf(UnreadableDocumentException.class);
        assertThatThrownBy(() -> JsonRows.count(document(text))).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void theHeadOfADocumentIsItsPlainFields() throws Exception {
        Row head = JsonRows.head(document(
                "{\"total\": 3, \"rows\": [{\"total\": 9}], \"next\": null, \"at\": {\"x\": 1}, \"end\": \"z\"}"));

        assertThat(head.count("total")).isEqualByComparingTo("3");
        assertThat(head.findText("next")).isEmpty();
        assertThat(head.node().has("rows")).isFalse();
        assertThat(head.text("end")).isEqualTo("z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"a\": 1", "", "null"})
    void aDocumentThatIsNoObjectHasNoHead(String text) {
        assertThatThrownBy(() -> JsonRows.head(document(text))).isInstanceOf(UnreadableDocumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2024-01-01junk\"", "\"20240101\"", "\"2024-02-30\"", "20240101", "true", "[]"})
    void whatIsNoDayIsRefusedByItsField(String text) {
        Row row = new Row(Recorded.tree(("{\"day\": " + text + "}").getBytes(UTF_8)), "");

        assertThatThrownBy(() -> row.date("day"))
                .isInstanceOfSatisfying(
                        InvalidFigureException.class, e -> assertThat(e.field()).isEqualTo("day"));
    }

    private static Document document(String text) {
        return Recorded.document(text.getBytes(UTF_8), "https://example.org/", "2024-01-01T00:00:00Z");
    }
}
