package org.tocsin.collect.hxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;

/** Tables as they were published, summed by other means. */
final class HxlRecordedTest {
    @ParameterizedTest
    @CsvSource({
        "hxl/idmc_idps_hxl_2022-05.csv, Conflict New Displacements, Disaster New Displacements",
        "hxl/idmc_idps_hxl_2022-06.csv, Conflict Internal Displacements, Disaster Internal Displacements"
    })
    void bothVintagesOfIdmcsTableAreReadWhole(String file, String conflict, String disaster) throws Exception {
        List<Map<String, String>> rows = rows(file);

        Gathered read = read(file);

        assertThat(read.sum(Metric.IDPS))
                .isEqualTo(sum(rows, "Conflict Stock Displacement") + sum(rows, "Disaster Stock Displacement"));
        assertThat(read.sum(Metric.NEW_DISPLACEMENTS)).isEqualTo(sum(rows, conflict) + sum(rows, disaster));
        assertThat(read.refusals).isEmpty();
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
    }

    @Test
    void everyEventOfASliceIsRead() throws Exception {
        String file = "hxl/acled_hdx_moz_hxl_slice.csv";
        List<Map<String, String>> rows = rows(file);

        Gathered read = read(file);

        assertThat(read.figures(Metric.KILLED)).hasSameSizeAs(rows);
        assertThat(read.sum(Metric.KILLED)).isEqualTo(sum(rows, "fatalities"));
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"input-valid.csv", "input-valid.json", "input-valid-objects.json"})
    void theThreeFormsOfOneTableTellTheSame(String file) throws Exception {
        Gathered read = read("hxl/" + file);

        assertThat(read.sum(Metric.PEOPLE_TARGETED)).isEqualTo(100 + 100);
        // 250, 300, 80 and 95 stand in rows without a date.
        assertThat(read.refusals)
                .extracting(Gathered.Refusal::field)
                .containsExactly("#date", "#date", "#date", "#date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"input-invalid.csv", "input-untagged.csv"})
    void aTableWithoutHashtagsIsRefused(String file) {
        byte[] bytes = Recorded.answer("hxl/" + file);

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void aTableOfProseHasNoFigures() throws Exception {
        assertThat(read("hxl/input-multiline.csv").figures).isEmpty();
    }

    private static long sum(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .mapToLong(cell -> (long) Double.parseDouble(cell))
                .sum();
    }

    /** Without the row of hashtags. */
    private static List<Map<String, String>> rows(String file) throws Exception {
        String text = new String(Recorded.answer(file), StandardCharsets.UTF_8).replaceAll("^\uFEFF", "");
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(text)) {
            rows.next();
            return rows.readAll();
        }
    }

    private static Gathered read(String file) throws Exception {
        return read(Recorded.answer(file));
    }

    private static Gathered read(byte[] bytes) throws Exception {
        URI url = URI.create("https://data.example.org/table");
        return Gathered.from(
                new HxlCollectorFactory(null, null, url, null, null, null).build(),
                List.of(Recorded.document(bytes, url.toString(), "2022-06-10T06:00:00Z")));
    }
}
