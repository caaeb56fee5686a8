package org.tocsin.collect.unhcr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/** Real pairs of 2022 and 2023 from the end-2025 release of UNHCR's Refugee Population Statistics Database (CC BY 4.0), and one made up. */
final class UnhcrCollectorTest {
    private static final String AFTER_THE_RELEASE = "2024-06-20T06:00:00Z";
    private static final String BEFORE_THE_RELEASE = "2024-02-10T06:00:00Z";

    private final Collector unhcr = new UnhcrCollectorFactory(null, null, null, null, null).build();

    @Test
    void refugeesAreStatedWhereTheyAreWithWhereTheyCameFrom() throws Exception {
        assertThat(read(AFTER_THE_RELEASE).record("2023-12-31/SUD/CHD").get(0))
                .isEqualTo(new Figure(
                        new SeriesKey(
                                Line.of(
                                        Attribution.of(UnhcrCollector.ID, Basis.REPORTED),
                                        Measure.of(Metric.REFUGEES),
                                        Population.ALL,
                                        Cause.ALL),
                                Place.country("TCD"),
                                "SDN",
                                Rolling.TOTAL),
                        SourceRecord.of("2023-12-31/SUD/CHD", "refugees"),
                        Statement.of(Period.day(LocalDate.parse("2023-12-31")), Quantity.exact(923323)),
                        new Provenance(
                                URI.create("https://www.unhcr.org/refugee-statistics/"),
                                null,
                                pages(AFTER_THE_RELEASE).get(0).sha256(),
                                "/items/4/refugees")));
    }

    @Test
    void eachColumnIsAMetricOfItsOwnAndAddsUp() throws Exception {
        Gathered read = read(AFTER_THE_RELEASE);

        assertThat(read.refusals).isEmpty();
        assertThat(read.sum(Metric.REFUGEES)).isEqualTo(403846 + 89862 + 923323 + 83748 + 110997 + 5);
        assertThat(read.sum(Metric.ASYLUM_SEEKERS)).isEqualTo(2050 + 249 + 1990 + 68 + 3521 + 9);
        assertThat(read.sum(Metric.IDPS)).isEqualTo(3552717 + 5914000 + 9052822);
        assertThat(read.sum(Metric.RETURNS)).isEqualTo(3063 + 5000 + 2616000 + 2050 + 5000 + 238);
        assertThat(read.figures).hasSize(6 * 3 + 3 * 2);
    }

    @Test
    void whatWasNotCollectedIsNotZeroAndAZeroIsStated() throws Exception {
        Gathered read = read(AFTER_THE_RELEASE);

        assertThat(read.figures(Metric.OTHERS_NEEDING_PROTECTION)).isEmpty();
        assertThat(read.record("2022/SUD/SUD"))
                .extracting(Gathered::value)
                .singleElement()
                .satisfies(none -> assertThat(none).isZero());
    }

    @Test
    void displacedPeopleAreInTheirOwnCountryByConflictAndFromNowhereElse() throws Exception {
        assertThat(read(AFTER_THE_RELEASE).figures(Metric.IDPS))
                .extracting(
                        figure -> figure.series().place().country(),
                        figure -> figure.series().origin(),
                        figure -> figure.series().line().cause())
                .containsOnly(tuple("SDN", null, Cause.CONFLICT), tuple("UKR", null, Cause.CONFLICT));
    }

    @Test
    void refugeesWhoReturnedAreAtHomeAgainInTheCourseOfTheYear() throws Exception {
        assertThat(read(AFTER_THE_RELEASE).record("2022/UKR/AUS"))
                .singleElement()
                .satisfies(returned -> {
                    assertThat(returned.series().place()).isEqualTo(Place.country("UKR"));
                    assertThat(returned.series().origin()).isEqualTo("AUT");
                    assertThat(returned.series().line().population()).isEqualTo(Population.REFUGEES);
                    assertThat(returned.statement().period())
                            .isEqualTo(new Period(LocalDate.parse("2022-01-01"), LocalDate.parse("2022-12-31")));
                });
    }

    @Test
    void aYearWhoseEndCannotBeKnownYetIsToldAsOfItsMiddle() throws Exception {
        Gathered read = read(BEFORE_THE_RELEASE);

        assertThat(read.record("2022-12-31/SUD/CHD")).hasSize(2);
        assertThat(read.record("2023-06-30/SUD/CHD")).hasSize(2).allSatisfy(figure -> {
            assertThat(figure.statement().period()).isEqualTo(Period.day(LocalDate.parse("2023-06-30")));
            assertThat(figure.statement().status()).isEqualTo(Status.PROVISIONAL);
        });
        assertThat(read.record("2023/SUD/CHD").get(0).statement().period())
                .isEqualTo(new Period(LocalDate.parse("2023-01-01"), LocalDate.parse("2023-06-30")));
    }

    @Test
    void fewPeopleAreRoundedAndAnIslandWithoutACodeKeepsUnhcrs() throws Exception {
        assertThat(read(AFTER_THE_RELEASE).record("2022-12-31/UKN/CUR"))
                .extracting(
                        figure -> figure.series().place().country(),
                        figure -> figure.series().origin(),
                        figure -> figure.statement().quantity().qualifier())
                .containsExactly(tuple("CUR", "UNK", Qualifier.ABOUT), tuple("CUR", "UNK", Qualifier.EXACT));
    }

    @Test
    void aCorrectedCellIsTheSameRecord() throws Exception {
        JsonNode page = page(1);
        ((ObjectNode) page.at("/items/0")).put("refugees", "4.04e5");

        Gathered read = Gathered.from(unhcr, List.of(document(page.toString().getBytes(UTF_8), 1, AFTER_THE_RELEASE)));

        assertThat(read.record("2022-12-31/SUD/CHD").get(0)).satisfies(figure -> {
            assertThat(figure.record())
                    .isEqualTo(read(AFTER_THE_RELEASE).figures.get(0).record());
            assertThat(Gathered.value(figure)).isEqualByComparingTo("404000");
        });
    }

    @Test
    void onlyTheLastPageIsWholeAndItsAbsencesTakeNothingBack() throws Exception {
        assertThat(read(AFTER_THE_RELEASE).extents)
                .singleElement()
                .satisfies(extent -> assertThat(extent.filter()).isEqualTo("seen"));
    }

    @ParameterizedTest
    @CsvSource({
        "coa, '\"-\"', '', coa",
        "coo, '\"-\"', '', coo",
        "year, 2025, '', year",
        "year, '99999999999', '', year",
        "year, null, '', year",
        "refugees, -4, /refugees, refugees",
        "refugees, 4.5, /refugees, refugees",
        "refugees, '\"many\"', /refugees, refugees",
        "refugees, true, /refugees, refugees",
        "refugees, 99999999999, /refugees, refugees",
        "idps, 700, /idps, idps"
    })
    void aPairThatCannotBeIsRefusedWithItsFieldAndItsPlace(String field, String value, String cell, String named)
            throws Exception {
        JsonNode page = page(1);
        ((ObjectNode) page.at("/items/0")).set(field, Recorded.tree(value.getBytes(UTF_8)));

        Gathered read = Gathered.from(unhcr, List.of(document(page.toString().getBytes(UTF_8), 1, AFTER_THE_RELEASE)));

        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("/items/0" + cell, named));
        assertThat(read.record("2022-12-31/SUD/SUD")).hasSize(1);
    }

    @Test
    void aPagePastTheEndIsNoAnswer() {
        byte[] empty = "{\"page\":3,\"short-url\":\"\",\"maxPages\":2,\"total\":[],\"items\":[]}".getBytes(UTF_8);

        assertThatThrownBy(() -> Gathered.from(unhcr, List.of(document(empty, 3, AFTER_THE_RELEASE))))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void aCodeThatTheApiWouldTakeForAnotherCountryStopsTheStart() {
        assertThatThrownBy(() -> new UnhcrCollectorFactory(null, null, List.of("Sudan"), null, null))
                .hasMessageContaining("'Sudan'");
    }

    private Gathered read(String fetchedAt) throws UnreadableDocumentException {
        return Gathered.from(unhcr, pages(fetchedAt));
    }

    private static List<Document> pages(String fetchedAt) {
        return List.of(document(own(1), 1, fetchedAt), document(own(2), 2, fetchedAt));
    }

    private static JsonNode page(int number) {
        return Recorded.tree(own(number));
    }

    private static byte[] own(int number) {
        return Recorded.own("unhcr/population-page" + number + ".json");
    }

    private static Document document(byte[] body, int number, String fetchedAt) {
        String url = "https://example.org/population/?cf_type=ISO&coo_all=true&coa_all=true&yearFrom=2022&yearTo=2023"
                + "&limit=10000&page=" + number;
        return Recorded.document(body, url, fetchedAt);
    }
}
