package org.tocsin.collect.dtm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;

/** Recorded answers of IOM's API, where they are at hand. */
final class DtmRecordedTest {
    @ParameterizedTest
    @CsvSource({"0, AFG, 133", "0, HTI, 114", "1, HTI, 235", "2, HTI, 1384"})
    void everyRowOfEveryOperationIsReadAndEachRoundAddsUp(int level, String country, int rows) throws Exception {
        byte[] body = Recorded.answer("iom-dtm/admin" + level + "_" + country + ".json");
        JsonNode result = Recorded.tree(body).path("result");

        Gathered read = read(body, level, country, operations(result));

        assertThat(read.refusals).isEmpty();
        assertThat(read.figures).hasSize(rows);
        assertThat(found(read)).isEqualTo(expected(result));
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
        assertThat(read.figures)
                .extracting(figure -> tuple(figure.series(), figure.statement().period()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyLevelOfOneOperationHoldsTheSamePeople() throws Exception {
        for (int level = 0; level <= 2; level++) {
            byte[] body = Recorded.answer("iom-dtm/admin" + level + "_HTI.json");

            Gathered read = read(body, level, "HTI", List.of("Countrywide monitoring"));

            assertThat(read.figures.stream()
                            .filter(figure ->
                                    figure.statement().period().end().toString().equals("2025-06-30"))
                            .mapToLong(figure -> Gathered.value(figure).longValueExact())
                            .sum())
                    .isEqualTo(1_287_593);
            assertThat(read.figures)
                    .allSatisfy(figure -> assertThat(figure.metric()).isEqualTo(Metric.IDPS));
        }
    }

    private static Gathered read(byte[] body, int level, String country, List<String> operations) throws Exception {
        return Gathered.from(
                new DtmCollectorFactory(null, null, "s3cr3t", Map.of(country, operations), level).build(),
                List.of(Recorded.document(
                        body,
                        "https://example.org/v3/displacement/admin" + level + "?Admin0Pcode=" + country,
                        "2025-10-06T06:00:00Z")));
    }

    private static List<String> operations(JsonNode result) {
        return StreamSupport.stream(result.spliterator(), false)
                .map(row -> row.path("operation").asText())
                .distinct()
                .toList();
    }

    /** Sums by operation, way of assessing and day, counted from the bytes alone. */
    private static Map<String, Long> expected(JsonNode result) {
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode row : result) {
            String round = row.path("operation").asText() + ", "
                    + row.path("assessmentType").asText() + " "
                    + row.path("reportingDate").asText().substring(0, 10);
            sums.merge(round, row.path("numPresentIdpInd").asLong(), Long::sum);
        }
        return sums;
    }

    private static Map<String, Long> found(Gathered read) {
        Map<String, Long> sums = new TreeMap<>();
        for (Figure figure : read.figures) {
            String category = String.valueOf(figure.series().line().category()).replaceAll(", (BA|SA)(, .*)?$", ", $1");
            String round = category + " " + figure.statement().period().end();
            sums.merge(round, Gathered.value(figure).longValueExact(), Long::sum);
        }
        return sums;
    }
}
