package org.tocsin.collect.idmc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Extent;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.Status;
import org.tocsin.figure.Unit;

final class IduCollectorTest {
    private static final String URL = "https://example.org/external-api/idus/last-180-days/?client_id=%3Cclient_id%3E";

    private final Collector idu = new IduCollectorFactory(null, null, "s3cr3t", null, null).build();

    @Test
    void recommendedFiguresOfAnEventCountAndItsTriangulationsDoNot() throws Exception {
        assertThat(read(own()).figures)
                .extracting(figure -> figure.record().id())
                .contains("1", "2")
                .doesNotContain("3");
    }

    @Test
    void withoutARecommendedFigureTheTriangulationEnteredLastCountsForEachLocation() throws Exception {
        assertThat(read(own()).figures)
                .filteredOn(figure -> figure.series().place().country().equals("AB9"))
                .extracting(
                        figure -> figure.record().id(),
                        figure -> Gathered.value(figure).intValue())
                .containsExactly(tuple("5", 650), tuple("6", 70));
    }

    @Test
    void aRowThatCannotBeAFigureStandsInNoOtherRowsWay() throws Exception {
        JsonNode rows = Recorded.tree(own());
        ((ObjectNode) rows.path(4)).putNull("figure");

        Gathered read = read(rows.toString().getBytes(UTF_8));

        assertThat(read.refusals).containsExactly(new Gathered.Refusal("/4", "figure", "is missing"));
        assertThat(read.record("4")).hasSize(1);
    }

    @Test
    void movementsAreCountedAsTheSourceHedgesThem() throws Exception {
        List<Figure> figures = read(own()).figures(Metric.NEW_DISPLACEMENTS);

        assertThat(figures)
                .extracting(
                        figure -> figure.record().id(),
                        figure -> figure.statement().quantity().qualifier())
                .contains(
                        tuple("1", Qualifier.EXACT),
                        tuple("2", Qualifier.AT_LEAST),
                        tuple("5", Qualifier.MORE_THAN),
                        tuple("6", Qualifier.FEWER_THAN),
                        tuple("8", Qualifier.UP_TO));
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.series().line().measure().unit()).isEqualTo(Unit.MOVEMENTS);
            assertThat(figure.series().rolling()).isEqualTo(Rolling.PART);
            assertThat(figure.statement().status()).isEqualTo(Status.PROVISIONAL);
        });
    }

    @Test
    void peopleWhoReturnedAreNotPeopleDisplaced() throws Exception {
        assertThat(read(own()).figures(Metric.RETURNS))
                .extracting(figure -> figure.record().id())
                .containsExactly("9");
    }

    @ParameterizedTest
    @CsvSource({
        "'<b> Sudan: 1,200 returns (returned), 10 January - 12 January </b>', returns",
        "'<b> Sudan: 1,200 returnees, 10 January </b>', returns",
        "'<b> Sudan: 1 Return </b>', returns",
        "'<b> Sudan: 1,200 displacements (returned to camp), 10 January </b>', new_displacements",
        "'<b> Sudan: 1,200 displacements (fled) </b> <br> 30 returns (of others)', new_displacements"
    })
    void onlyTheHeadlineTellsReturns(String text, String metric) throws Exception {
        JsonNode rows = Recorded.tree(own());
        ((ObjectNode) rows.path(0)).remove("standard_info_text");
        ((ObjectNode) rows.path(0)).put("standard_popup_text", text);

        assertThat(read(rows.toString().getBytes(UTF_8)).record("1").get(0).metric())
                .isEqualTo(Metric.of(metric));
    }

    @Test
    void whoIsSaidToHaveReturnedAfterAnEventSaysNothingOfThoseWhoFledIt() throws Exception {
        JsonNode rows = Recorded.tree(own());
        ((ObjectNode) rows.path(8)).put("event_id", 901);

        assertThat(read(rows.toString().getBytes(UTF_8)).figures)
                .extracting(figure -> figure.record().id())
                .contains("5", "6", "9");
    }

    @Test
    void withoutAClientIdItCannotBeAskedAndSaysWhichSettingIsMissing() {
        assertThat(new IduCollectorFactory(null, null, null, null, null).lacking())
                .contains("clientId");
        assertThat(new IduCollectorFactory(null, null, "s3cr3t", null, null)).satisfies(factory -> {
            assertThat(factory.lacking()).isEmpty();
            assertThat(factory.toString()).doesNotContain("s3cr3t");
        });
    }

    @Test
    void theCauseIsConflictOrTheDisastersHazard() throws Exception {
        assertThat(read(own()).figures)
                .extracting(
                        figure -> figure.record().id(),
                        figure -> figure.series().line().cause().code())
                .contains(
                        tuple("1", "conflict"),
                        tuple("7", "disaster:flood"),
                        tuple("8", "disaster:mass_movement"),
                        tuple("10", "all"));
    }

    @Test
    void anEventKeepsItsNameItsGlideNumberAndOnlyAWebAddressAsItsLink() throws Exception {
        Gathered read = read(own());

        assertThat(read.record("7")).singleElement().satisfies(flood -> {
            assertThat(flood.statement().event().glide()).isEqualTo("FL-2024-000007-XKX");
            assertThat(flood.statement().event().name()).isEqualTo("Kosovo: Flood");
            assertThat(flood.provenance().link()).hasToString("https://example.org/linked?a=1&b=2");
            assertThat(flood.provenance().published()).isEqualTo("2024-01-15");
        });
        assertThat(read.record("1").get(0).provenance().link()).hasToString("https://example.org/report/1");
    }

    @Test
    void anOldRowIsReadAsItIsOnTheDayThatItsTextSays() throws Exception {
        assertThat(read(own()).record("11"))
                .singleElement()
                .satisfies(old ->
                        assertThat(old.statement().period()).isEqualTo(Period.day(LocalDate.parse("2023-11-07"))));
    }

    @Test
    void aMovementWithoutItsDaysHappenedOnTheDayItIsFiledUnder() throws Exception {
        assertThat(read(own()).record("10").get(0).statement().period())
                .isEqualTo(Period.day(LocalDate.parse("2024-01-31")));
    }

    @Test
    void aDumpIsWholeForTheLast180Days() throws Exception {
        LocalDate today = LocalDate.parse("2024-02-10");

        assertThat(read(own()).extents)
                .containsExactly(new Extent(IduCollector.ID, "", new Period(today.minusDays(180), today), today));
    }

    @ParameterizedTest
    @CsvSource({
        "figure, -3, figure",
        "figure, 12.5, figure",
        "figure, '\"many\"', figure",
        "figure, 99999999999, value",
        "iso3, null, iso3",
        "iso3, '\"Sudan\"', country",
        "role, '\"Guess\"', role",
        "qualifier, '\"roughly\"', qualifier",
        "displacement_type, '\"Magic\"', displacement_type",
        "displacement_start_date, '\"2024-01-20\"', period",
        "displacement_end_date, '\"0025-01-20\"', period",
        "displacement_end_date, '\"12/01/2024\"', displacement_end_date",
        "created_at, '\"now\"', created_at",
        "id, null, id"
    })
    void aRowThatCannotBeIsRefusedWithItsFieldAndItsPlace(String field, String value, String named) throws Exception {
        JsonNode rows = Recorded.tree(own());
        ((ObjectNode) rows.path(0)).set(field, Recorded.tree(value.getBytes(UTF_8)));

        Gathered read = read(rows.toString().getBytes(UTF_8));

        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("/0", named));
        assertThat(read.record("2")).hasSize(1);
    }

    private static byte[] own() {
        return Recorded.own("idmc/idus.json");
    }

    private Gathered read(byte[] body) throws UnreadableDocumentException {
        return Gathered.from(idu, List.of(Recorded.document(body, URL, "2024-02-10T06:00:00Z")));
    }
}
