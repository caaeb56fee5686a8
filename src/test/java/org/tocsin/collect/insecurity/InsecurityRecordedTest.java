package org.tocsin.collect.insecurity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;

/** What was recorded, read whole and held against sums made by other means. */
final class InsecurityRecordedTest {
    @Test
    void everyEventOfAidWorkersIsReadAndNobodyIsLost() throws Exception {
        byte[] body = Recorded.answer("insecurity-insight/aidWorkerKIKA.json");
        JsonNode rows = Recorded.tree(body);

        Gathered read = Gathered.from(
                new InsecurityCollectorFactory(null, null, null, null, null).build(),
                List.of(Recorded.document(body, "https://example.org/api/aidWorkerKIKA", "2024-03-19T06:00:00Z")));

        assertThat(rows).hasSize(250);
        assertThat(read.refusals).isEmpty();
        assertThat(read.figures).hasSize(4 * 250);
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
        check(read, rows, Metric.KILLED, "Aid Workers Killed", 144);
        check(read, rows, Metric.INJURED, "Aid Workers Injured", 166);
        check(read, rows, Metric.ABDUCTED, "Aid Workers Kidnapped", 93);
        check(read, rows, Metric.DETAINED, "Aid Workers Arrested", 187);
    }

    private static void check(Gathered read, JsonNode rows, Metric metric, String field, long people) {
        Map<String, Long> byCountry = new TreeMap<>();
        for (JsonNode row : rows) {
            byCountry.merge(row.path("Country ISO").asText(), row.path(field).asLong(), Long::sum);
        }
        Map<String, Long> told = new TreeMap<>();
        read.figures(metric)
                .forEach(figure -> told.merge(
                        figure.series().place().country(),
                        Gathered.value(figure).longValueExact(),
                        Long::sum));
        assertThat(read.sum(metric)).isEqualTo(people);
        assertThat(told).isEqualTo(byCountry);
    }
}
