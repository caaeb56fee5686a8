package org.tocsin.collect.gidd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;

/** Recorded answers of IDMC's database, where they are at hand. */
final class GiddRecordedTest {
    private final Collector gidd = new GiddCollectorFactory(null, null, "s3cr3t", null).build();

    @Test
    void everyCountryAndYearOfTheWholeWalkIsReadAndNobodyIsLost() throws Exception {
        List<Document> pages = new ArrayList<>();
        Map<String, Long> stocks = new TreeMap<>();
        Map<String, Long> flows = new TreeMap<>();
        for (int page = 0; page < 10; page++) {
            byte[] body = Recorded.answer("idmc-gidd/conflicts_page_" + page + ".json");
            pages.add(document(body, "conflicts", page * 100));
            for (JsonNode row : Recorded.tree(body).path("results")) {
                add(row, "total_displacement", stocks);
                add(row, "new_displacement", flows);
            }
        }

        Gathered read = Gathered.from(gidd, pages);

        assertThat(read.refusals).isEmpty();
        assertThat(read.figures(Metric.IDPS)).hasSize(961 - 63);
        assertThat(read.figures(Metric.NEW_DISPLACEMENTS)).hasSize(961 - 165);
        assertThat(byCountry(read, Metric.IDPS)).isEqualTo(stocks);
        assertThat(byCountry(read, Metric.NEW_DISPLACEMENTS)).isEqualTo(flows);
        assertThat(read.sum(Metric.IDPS)).isEqualTo(674_856_579);
        assertThat(read.sum(Metric.NEW_DISPLACEMENTS)).isEqualTo(180_374_653);
        assertThat(read.extents).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 26955509", "1, 12943249"})
    void everyDisasterIsReadAndNoMovementIsLost(int page, long movements) throws Exception {
        byte[] body = Recorded.answer("idmc-gidd/disasters_page_" + page + ".json");

        Gathered read = Gathered.from(gidd, List.of(document(body, "disasters", page * 100)));

        long counted = 0;
        for (JsonNode row : Recorded.tree(body).path("results")) {
            counted += row.path("new_displacement").asLong();
        }
        assertThat(read.refusals).isEmpty();
        assertThat(read.figures).hasSize(100);
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
        assertThat(read.sum(Metric.NEW_DISPLACEMENTS)).isEqualTo(counted).isEqualTo(movements);
        assertThat(read.figures)
                .filteredOn(figure -> figure.statement().period().days() >= 365)
                .hasSize(11);
        assertThat(read.extents).isEmpty();
    }

    /** Counted from the bytes alone. */
    private static void add(JsonNode row, String field, Map<String, Long> sums) {
        if (row.hasNonNull(field)) {
            sums.merge(row.path("iso3").asText(), row.path(field).asLong(), Long::sum);
        }
    }

    private static Map<String, Long> byCountry(Gathered read, Metric metric) {
        Map<String, Long> sums = new TreeMap<>();
        for (Figure figure : read.figures(metric)) {
            sums.merge(figure.series().place().country(), Gathered.value(figure).longValueExact(), Long::sum);
        }
        return sums;
    }

    private static Document document(byte[] body, String table, int offset) {
        String url = "https://example.org/external-api/gidd/" + table + "/?format=json&limit=100&offset=" + offset;
        return Recorded.document(body, url, "2025-07-01T06:00:00Z");
    }
}
