package org.tocsin.collect.awsd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Status;

/** What was recorded, read whole and held against sums made by other means. */
final class AwsdRecordedTest {
    @ParameterizedTest
    @CsvSource({"incidents_2025.csv, 4954, 3299, 3169, 2204, 136", "expected_AFG_slice.csv, 59, 94, 49, 1, 0"})
    void everyIncidentIsReadAndNobodyIsLost(
            String file, int incidents, long killed, long wounded, long kidnapped, long detained) throws Exception {
        byte[] body = Recorded.answer("awsd/" + file);
        List<Map<String, String>> rows = rows(body);

        Gathered read = Gathered.from(
                new AwsdCollectorFactory(null, null).build(),
                List.of(Recorded.document(
                        body, "https://example.org/incidents/search?format=csv", "2025-08-26T06:00:00Z")));

        assertThat(rows).hasSize(incidents);
        assertThat(read.refusals).isEmpty();
        assertThat(read.figures).hasSize(4 * incidents);
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
        assertThat(read.extents).hasSize(1);
        check(read, rows, Metric.KILLED, "Total killed", killed);
        check(read, rows, Metric.INJURED, "Total wounded", wounded);
        check(read, rows, Metric.ABDUCTED, "Total kidnapped", kidnapped);
        check(read, rows, Metric.DETAINED, "Total detained", detained);
        assertThat(read.figures(Metric.KILLED).stream()
                        .filter(figure -> figure.statement().status() == Status.PROVISIONAL))
                .hasSize((int) rows.stream()
                        .filter(row -> !List.of("Yes", "Archived").contains(row.getOrDefault("Verified", "")))
                        .count());
    }

    private static void check(
            Gathered read, List<Map<String, String>> rows, Metric metric, String column, long expected) {
        assertThat(rows.stream()
                        .mapToLong(row -> Long.parseLong(row.getOrDefault(column, "0")))
                        .sum())
                .isEqualTo(expected);
        assertThat(read.sum(metric)).isEqualTo(expected);
        long inSudan = rows.stream()
                .filter(row -> row.getOrDefault("Country Code", "").equals("SD"))
                .mapToLong(row -> Long.parseLong(row.getOrDefault(column, "0")))
                .sum();
        assertThat(read.figures(metric).stream()
                        .filter(figure -> figure.series().place().country().equals("SDN"))
                        .mapToLong(figure -> Gathered.value(figure).longValueExact())
                        .sum())
                .isEqualTo(inSudan);
    }

    private static List<Map<String, String>> rows(byte[] table) throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(table)) {
            lines.forEachRemaining(rows::add);
        }
        rows.removeIf(row -> row.getOrDefault("Incident ID", "").startsWith("#"));
        return rows;
    }
}
