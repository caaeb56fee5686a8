package org.tocsin.collect.odp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Metric;

/** Recorded answers of UNHCR's Operational Data Portal, where they are at hand. */
final class OdpRecordedTest {
    private final Collector odp = new OdpCollectorFactory(null, null, null, null, null, null).build();

    @ParameterizedTest
    @CsvSource({"uga, 9, 0", "ssd, 9, 1", "sdn, 2, 1"})
    void everyOriginOfACountryIsReadButPeopleWhoLeftNoCountry(String country, int figures, int refused)
            throws Exception {
        String number = UnhcrCountries.number(country.toUpperCase(java.util.Locale.ROOT));
        byte[] body = Recorded.answer("unhcr-odp/get-origin_geo_" + number + "_" + country + ".json");

        Gathered read = read(body, "/population/get/origin?geo_id=" + number + "&population_collection=4,29");

        assertThat(read.figures).hasSize(figures);
        assertThat(read.refusals)
                .hasSize(refused)
                .allSatisfy(refusal -> assertThat(refusal.field()).isEqualTo("pop_origin_code"));
        assertThat(read.sum(Metric.REFUGEES)).isEqualTo(sum(body, "REF", false));
        assertThat(read.sum(Metric.ASYLUM_SEEKERS)).isEqualTo(sum(body, "ASY", false));
        assertThat(read.sum(Metric.ARRIVALS)).isEqualTo(sum(body, "REF", true));
    }

    @Test
    void displacedPeopleAreReadAndAnEmptyAnswerHasNone() throws Exception {
        Gathered displaced = read(Recorded.answer("unhcr-odp/population_mmr_idps.json"), "/population/?geo_id=693");
        Gathered none = read(
                Recorded.answer("unhcr-odp/population_collection28_geo_693_mmr-empty.json"), "/population/?geo_id=693");

        assertThat(displaced.sum(Metric.IDPS)).isEqualTo(671_011);
        assertThat(displaced.figures.get(0).statement().period().end()).isEqualTo("2021-12-31");
        assertThat(none.figures).isEmpty();
        assertThat(none.refusals).isEmpty();
    }

    @Test
    void refugeesSummedOverOriginsAreRefusedForTheyComeByOrigin() throws Exception {
        Gathered read = read(
                Recorded.answer("unhcr-odp/population_collection4_geo_178_ken.json"),
                "/population/?population_collection=4&geo_id=178");

        assertThat(read.figures).isEmpty();
        assertThat(read.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("population_groups"));
    }

    /** Counted from the bytes alone. */
    private static long sum(byte[] body, String type, boolean arrived) {
        return StreamSupport.stream(Recorded.tree(body).path("data").spliterator(), false)
                .filter(row -> row.path("pop_type_code").asText().equals(type))
                .filter(row -> row.path("pop_data_type_code").asText().equals("NEW") == arrived)
                .filter(row -> !isAtHome(row))
                .mapToLong(row -> row.path("individuals").asLong())
                .sum();
    }

    private static boolean isAtHome(JsonNode row) {
        return row.path("pop_origin_name")
                .asText()
                .equals(row.path("geomaster_name").asText());
    }

    private Gathered read(byte[] body, String address) throws UnreadableDocumentException {
        return Gathered.from(
                odp, List.of(Recorded.document(body, "https://example.org" + address, "2024-07-04T06:00:00Z")));
    }
}
