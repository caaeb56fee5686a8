package org.tocsin.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvRowsTest {
    private final Gathered gathered = new Gathered();
    private final List<String> seen = new ArrayList<>();

    @Test
    void aRowIsNamedByItsHeaderAndKnowsItsLine() throws Exception {
        read("\uFEFFplace,Total killed\n#loc,#affected+killed\nA,3\n\"B, north\",4\n");

        assertThat(seen).containsExactly("A 3 row 2/Total killed", "B, north 4 row 3/Total killed");
    }

    @Test
    void aRowOfAnotherLengthIsRefusedAloneAndTheOthersStand() throws Exception {
        read("place,Total killed\nA\nB,4\n");

        assertThat(seen).containsExactly("B 4 row 2/Total killed");
        assertThat(gathered.refusals)
                .containsExactly(new Gathered.Refusal("row 1", "row", "has 1 cells where the header has 2"));
    }

    @Test
    void aNeededColumnThatIsMissingIsNamed() {
        assertThatThrownBy(() -> read("place,killed\nA,3\n"))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessage("column 'Total killed' is missing");
    }

    @Test
    void bytesThatAreNoUtf8AreSaidToBeNone() {
        byte[] latin = "place,Total killed\nCôte,3\n".getBytes(ISO_8859_1);

        assertThatThrownBy(() -> CsvRows.each(document(latin), gathered, row -> {}, "place"))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void anEmptyDocumentIsNone() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessage("is empty");
    }

    private void read(String csv) throws UnreadableDocumentException {
        CsvRows.each(
                document(csv.getBytes(UTF_8)),
                gathered,
                row -> seen.add(
                        row.text("place") + " " + row.count("Total killed") + " " + row.pointer("Total killed")),
                "place",
                "Total killed");
    }

    private static Document document(byte[] bytes) {
        return Recorded.document(bytes, "https://example.org/table.csv", "2024-02-10T06:00:00Z");
    }
}
