package org.tocsin.collect.hapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Rolling;

/** Tables as they were published, summed by other means. */
final class HapiRecordedTest {
    @Test
    void aMonthOfAttacksOnCiviliansIsReadWholeAndOnOneLevelPerCountry() throws Exception {
        String file = "hapi/hdx_hapi_conflict_event_global_2025_slice.csv";
        List<Map<String, String>> rows = rows(file);
        Predicate<Map<String, String>> right = row -> row.get("error").isEmpty();

        Gathered read = read(file);

        assertThat(read.figures(Metric.KILLED))
                .hasSize((int) rows.stream().filter(right).count());
        assertThat(read.sum(Metric.KILLED))
                .isEqualTo(sum(rows, "fatalities", right))
                .isPositive();
        assertThat(read.sum(Metric.INCIDENTS))
                .isEqualTo(sum(rows, "events", right))
                .isPositive();
        assertThat(read.refusals).hasSize(1);
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
        assertThat(read.figures)
                .allSatisfy(figure -> assertThat(figure.series().rolling())
                        .isEqualTo(figure.series().place().level() == 2 ? Rolling.PART : Rolling.TOTAL));
    }

    @Test
    void everyRoundOfAnOperationIsRead() throws Exception {
        String file = "hapi/hdx_hapi_idps_global_slice.csv";
        List<Map<String, String>> rows = rows(file);

        Gathered read = read(file);

        assertThat(read.figures).hasSameSizeAs(rows);
        assertThat(read.sum(Metric.IDPS)).isEqualTo(sum(rows, "population", row -> true));
        assertThat(read.refusals).isEmpty();
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
    }

    @Test
    void onlyWholeNeedsAreRead() throws Exception {
        String file = "hapi/hdx_hapi_humanitarian_needs_global_2024.csv";
        Predicate<Map<String, String>> whole = row -> row.get("sector_code").equals("Intersectoral")
                && (row.get("category").isEmpty() || row.get("category").equals("total"))
                && row.get("error").isEmpty();
        List<Map<String, String>> rows = rows(file);

        Gathered read = read(file);

        assertThat(read.sum(Metric.PEOPLE_IN_NEED))
                .isEqualTo(sum(
                        rows,
                        "population",
                        whole.and(row -> row.get("population_status").equals("INN"))));
        assertThat(read.sum(Metric.PEOPLE_TARGETED))
                .isEqualTo(sum(
                        rows,
                        "population",
                        whole.and(row -> row.get("population_status").equals("TGT"))));
        assertThat(read.figures).hasSize(10);
        assertThat(read.refusals).hasSize(18);
    }

    @Test
    void theMoneyOfEveryAppealIsRead() throws Exception {
        String file = "hapi/hdx_hapi_funding_global.csv";
        Predicate<Map<String, String>> asked = row -> !row.get("appeal_code").equals("Not specified");

        Gathered read = read(file);

        assertThat(read.sum(Metric.FUNDING_REQUIRED)).isEqualTo(sum(rows(file), "requirements_usd", asked));
        assertThat(read.sum(Metric.FUNDING_RECEIVED)).isEqualTo(sum(rows(file), "funding_usd", asked));
    }

    @ParameterizedTest
    @CsvSource({
        "idps, affected-people/idps, 60",
        "conflict-events, coordination-context/conflict-events, 112",
        "funding, coordination-context/funding, 9"
    })
    void aPageOfTheApiIsReadWhole(String name, String path, int figures) throws Exception {
        Gathered read = Gathered.from(
                new HapiCollectorFactory(null, null, "k", null, null, null).build(),
                List.of(Recorded.document(
                        Recorded.answer("hapi/reconstructed/" + name + ".json"),
                        "https://example.org/" + path,
                        "2025-03-01T00:00:00Z")));

        assertThat(read.figures).hasSize(figures);
        assertThat(read.refusals).isEmpty();
    }

    private static long sum(List<Map<String, String>> rows, String column, Predicate<Map<String, String>> counted) {
        return rows.stream()
                .filter(counted)
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static List<Map<String, String>> rows(String file) throws Exception {
        String text = new String(Recorded.answer(file), StandardCharsets.UTF_8).replaceAll("^\uFEFF", "");
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(text)) {
            return rows.readAll();
        }
    }

    private static Gathered read(String file) throws Exception {
        return Gathered.from(
                new HapiCollectorFactory(null, null, "k", null, null, null).build(),
                List.of(Recorded.document(
                        Recorded.answer(file), "https://data.humdata.org/" + file, "2025-10-20T00:00:00Z")));
    }
}
