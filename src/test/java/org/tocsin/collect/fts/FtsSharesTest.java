package org.tocsin.collect.fts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CountryNames;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Place;

/** What countries have of regional plans; the numbers of the fixture: Syria 3RP 2020, as FTS gave them. */
final class FtsSharesTest {
    private final Collector fts = new FtsCollectorFactory(null, null, null).build();

    @Test
    void aCountryHasItsOwnRequirementMoneyAndPledges() throws Exception {
        Gathered read = read(Recorded.own("fts/plan-1072-by-country.json"), "1072");

        assertThat(read.figures)
                .extracting(
                        figure -> figure.series().line().appeal(),
                        figure -> figure.metric(),
                        figure -> Gathered.value(figure).longValueExact())
                .containsExactly(
                        tuple("plan-1072/JOR", Metric.FUNDING_REQUIRED, 1475421996L),
                        tuple("plan-1072/JOR", Metric.FUNDING_RECEIVED, 597249843L),
                        tuple("plan-1072/LBN", Metric.FUNDING_RECEIVED, 914816010L),
                        tuple("plan-1072/JOR", Metric.FUNDING_PLEDGED, 2000000L));
        assertThat(read.figures.get(0).series().place()).isEqualTo(Place.country("JOR"));
        assertThat(read.refusals).isEmpty();
        assertThat(read.extents).isEmpty();
    }

    @Test
    void aRegionalPlanIsToldWithAnAppealForEachOfItsCountries() throws Exception {
        Gathered overview = Gathered.from(
                fts,
                List.of(Recorded.document(
                        Recorded.own("fts/plans-2022.json"),
                        "https://api.hpc.tools/v2/fts/flow/plan/overview/progress/2022",
                        "2022-09-29T08:00:00Z")));
        Appeal whole = overview.appeals.stream()
                .filter(appeal -> appeal.code().equals("RSYR22"))
                .findFirst()
                .orElseThrow();

        assertThat(overview.appeals)
                .filteredOn(appeal -> appeal.isShareOf(whole))
                .isNotEmpty()
                .allSatisfy(share -> {
                    assertThat(share.code())
                            .isEqualTo(
                                    "plan-1072/" + share.countries().iterator().next());
                    assertThat(whole.countries()).containsAll(share.countries());
                    assertThat(share.period()).isEqualTo(whole.period());
                    assertThat(share.type()).isEqualTo("Share of a regional response plan");
                });
    }

    @Test
    void aNegativeShareAndAnUnknownCountryAreRefused() throws Exception {
        ObjectNode body = (ObjectNode) Recorded.tree(Recorded.own("fts/plan-1072-by-country.json"));
        JsonNode breakdown = body.at("/data/report3/fundingTotals/objects/0/objectsBreakdown");
        ((ObjectNode) breakdown.get(0)).put("totalFunding", -5);
        ((ObjectNode) breakdown.get(1)).put("name", "Atlantis");

        assertThat(read(body.toString().getBytes(UTF_8), "1072").refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(
                        tuple("/data/report3/fundingTotals/objects/0/objectsBreakdown/0/totalFunding", "value"),
                        tuple("/data/report3/fundingTotals/objects/0/objectsBreakdown/1/totalFunding", "name"));
    }

    @Test
    void anAnswerWithoutTablesIsNone() {
        assertThatThrownBy(() -> read("{\"status\": \"ok\", \"data\": []}".getBytes(UTF_8), "1072"))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    /** The sums are those of the raw file; 3RP's requirement for Jordan and its money are those of the published table. */
    @ParameterizedTest
    @CsvSource({
        "fts/1-fts-flow-custom-search-planid-943-groupby-location.json, 943, 5896941651, 2091117089",
        "fts/1-fts-flow-custom-search-planid-1006-groupby-location.json, 1006, 0, 37000000",
        "fts/planid-1103_groupby-location_2022-06.json, 1103, 0, 188559725"
    })
    void theRecordedSharesAddUpToWhatTheirTreeHolds(String file, String plan, long required, long received)
            throws Exception {
        byte[] body = Recorded.answer(file);

        Gathered read = read(body, plan);

        long inTree = 0;
        for (JsonNode country : Recorded.tree(body).at("/data/report3/fundingTotals/objects/0/objectsBreakdown")) {
            inTree += country.has("id") ? country.path("totalFunding").asLong() : 0;
        }
        assertThat(read.sum(Metric.FUNDING_RECEIVED)).isEqualTo(inTree).isEqualTo(received);
        assertThat(read.sum(Metric.FUNDING_REQUIRED)).isEqualTo(required);
        assertThat(read.refusals).isEmpty();
    }

    @Test
    void jordansShareIsThatOfThePublishedTable() throws Exception {
        String table = new String(Recorded.answer("fts/expected_fts_requirements_funding_global.csv"), UTF_8);
        Gathered read = read(Recorded.answer("fts/1-fts-flow-custom-search-planid-943-groupby-location.json"), "943");

        String[] row = table.lines()
                .filter(line -> line.startsWith("JOR,943,"))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        assertThat(read.record("943/JOR"))
                .extracting(figure -> Gathered.value(figure).toPlainString())
                .containsExactly(row[row.length - 3], row[row.length - 2]);
    }

    /** Shares come by the names of countries, overviews by names and codes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fts/plan-overview-progress-2022_full_2022-06-09.json",
                "fts/2-fts-flow-plan-overview-progress-2020.json"
            })
    void theNamesOfCountriesLeadToTheirCodes(String overview) {
        for (JsonNode plan : Recorded.tree(Recorded.answer(overview)).at("/data/plans")) {
            for (JsonNode country : plan.path("countries")) {
                assertThat(CountryNames.iso3(country.path("name").asText()).orElse("null"))
                        .as(country.path("name").asText())
                        .isEqualTo(country.path("iso3").asText());
            }
        }
    }

    private Gathered read(byte[] body, String plan) throws UnreadableDocumentException {
        return Gathered.from(
                fts,
                List.of(Recorded.document(
                        body,
                        "https://api.hpc.tools/v1/fts/flow/custom-search?planid=" + plan + "&groupby=location",
                        "2022-09-29T08:00:00Z")));
    }
}
