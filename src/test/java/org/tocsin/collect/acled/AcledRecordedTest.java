package org.tocsin.collect.acled;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;

/** What was recorded, read whole and held against sums made by other means. */
final class AcledRecordedTest {
    private static final String READ = "https://acleddata.com/api/acled/read?_format=json&";

    private final Collector acled = new AcledCollectorFactory(null, null, null, null, null, null).build();

    @ParameterizedTest
    @CsvSource({
        "reconstructed/read_page1.json, 200, 206",
        "reconstructed/read_page2.json, 200, 200",
        "reconstructed/read_page3.json, 87, 123",
        "reconstructed/read_updated_since.json, 9, 29"
    })
    void everyEventOfAPageIsReadAndItsDeadAddUp(String file, int events, long dead) throws Exception {
        byte[] body = Recorded.answer("acled/" + file);

        check(Recorded.tree(body).path("data"), body, events, dead);
    }

    /** The columns of today's answer and of the one that went before it, as tables. */
    @ParameterizedTest
    @CsvSource({
        "acledr_deletion_dummy_slice.csv, 2012, 2295",
        "read_csv_UKR_2022_from0415.csv, 482, 703",
        "read_csv_ETH_2022.csv, 7, 11",
        "read_csv_SOM_2022.csv, 6, 9"
    })
    void everyRowOfATableReadsAsAnEvent(String file, int events, long dead) throws Exception {
        ArrayNode rows = rows(Recorded.answer("acled/" + file));
        String body = "{\"status\": 200, \"success\": true, \"count\": " + rows.size() + ", \"data\": " + rows + "}";

        check(rows, body.getBytes(UTF_8), events, dead);
    }

    @Test
    void everyDeletedEventIsTakenBack() throws Exception {
        byte[] body = Recorded.answer("acled/reconstructed/deleted_read.json");
        Gathered read = new Gathered();

        acled.read(
                Recorded.document(
                        body, "https://acleddata.com/api/deleted/read?_format=json&limit=0", "2022-08-02T06:00:00Z"),
                read);

        assertThat(read.withdrawn).hasSize(13).doesNotHaveDuplicates();
        assertThat(read.refusals).isEmpty();
    }

    private void check(JsonNode rows, byte[] body, int events, long dead) throws Exception {
        Map<String, Long> byCountry = new TreeMap<>();
        long all = 0;
        long civilians = 0;
        int incidents = 0;
        Set<String> ids = new HashSet<>();
        for (JsonNode row : rows) {
            long fatalities = row.path("fatalities").asLong();
            String type = row.path("event_type").asText();
            boolean aimed = type.startsWith("Violence against")
                    || !row.path("civilian_targeting").asText().isEmpty();
            all += fatalities;
            civilians += aimed ? fatalities : 0;
            incidents += type.startsWith("Violence") || type.startsWith("Battles") || type.startsWith("Expl") ? 1 : 0;
            byCountry.merge(row.path("country").asText(), fatalities, Long::sum);
            ids.add(row.path("event_id_cnty").asText());
        }
        Document document = Recorded.document(
                body, READ + "event_date=2021-12-01%7C2022-12-31&limit=100000&page=1", "2022-12-31T06:00:00Z");
        Gathered read = new Gathered();

        acled.read(document, read);

        assertThat(read.refusals).isEmpty();
        assertThat(all).isEqualTo(dead);
        assertThat(ids).hasSize(events);
        assertThat(killed(read, Cause.CONFLICT, Population.ALL, "")).isEqualTo(all);
        assertThat(killed(read, Cause.CONFLICT, Population.CIVILIANS, "")).isEqualTo(civilians);
        assertThat(methods(read)).isEqualTo(all);
        assertThat(read.sum(Metric.INCIDENTS)).isEqualTo(incidents);
        byCountry.forEach((name, sum) -> assertThat(killed(
                        read,
                        Cause.CONFLICT,
                        Population.ALL,
                        org.tocsin.collect.CountryNames.iso3(name).orElseThrow()))
                .isEqualTo(sum));
    }

    private static long killed(Gathered read, Cause cause, Population population, String country) {
        return read.figures(Metric.KILLED).stream()
                .filter(figure -> figure.series().line().cause().equals(cause))
                .filter(figure -> figure.series().line().population() == population)
                .filter(figure ->
                        country.isEmpty() || figure.series().place().country().equals(country))
                .mapToLong(figure -> Gathered.value(figure).longValueExact())
                .sum();
    }

    private static long methods(Gathered read) {
        return read.figures.stream()
                .filter(figure -> figure.record().part().equals("method"))
                .mapToLong(figure -> Gathered.value(figure).longValueExact())
                .sum();
    }

    private static ArrayNode rows(byte[] table) throws Exception {
        ArrayNode rows = new ObjectMapper().createArrayNode();
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(table)) {
            while (lines.hasNext()) {
                rows.addPOJO(lines.next());
            }
        }
        return (ArrayNode) new ObjectMapper().readTree(rows.toString());
    }
}
