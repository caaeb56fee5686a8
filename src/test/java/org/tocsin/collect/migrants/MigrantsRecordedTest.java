package org.tocsin.collect.migrants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;

/** What was recorded, read whole and held against sums made by other means. */
final class MigrantsRecordedTest {
    @Test
    void everyRowOf2014IsReadAndNobodyIsLost() throws Exception {
        byte[] body = Recorded.answer("iom-missing-migrants/2014.json");
        JsonNode rows = Recorded.tree(body);

        Gathered read = Gathered.from(
                new MigrantsCollectorFactory(null, null, null).build(),
                List.of(Recorded.document(
                        body, "https://missingmigrants.iom.int/global-figures/2014/json", "2024-08-02T06:00:00Z")));

        assertThat(rows).hasSize(535);
        assertThat(read.refusals).isEmpty();
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
        check(read, rows, Metric.KILLED, "number_dead", 1981, 535 - 26);
        check(read, rows, Metric.MISSING, "number_missing", 3567, 535 - 439);
        check(read, rows, Metric.DEAD_OR_MISSING, "total_dead_and_missing", 5548, 535);
    }

    private static void check(Gathered read, JsonNode rows, Metric metric, String field, long people, int stated) {
        Map<String, Long> byCountry = new TreeMap<>();
        long sum = 0;
        for (JsonNode row : rows) {
            String number = row.path(field).asText();
            if (!number.isEmpty()) {
                sum += Long.parseLong(number);
                String country = CountryNames.iso3(
                                row.path("country_of_incident").asText())
                        .orElseThrow();
                byCountry.merge(country, Long.parseLong(number), Long::sum);
            }
        }
        Map<String, Long> told = new TreeMap<>();
        read.figures(metric)
                .forEach(figure -> told.merge(
                        figure.series().place().country(),
                        Gathered.value(figure).longValueExact(),
                        Long::sum));
        assertThat(sum).isEqualTo(people);
        assertThat(read.sum(metric)).isEqualTo(people);
        assertThat(read.figures(metric)).hasSize(stated);
        assertThat(told).isEqualTo(byCountry);
    }
}
