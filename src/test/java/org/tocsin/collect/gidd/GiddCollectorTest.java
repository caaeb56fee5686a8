package org.tocsin.collect.gidd;

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
import org.tocsin.collect.Extent;
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
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;

/** Numbers made up, in the shape IDMC publishes: its rows may not be passed on. */
final class GiddCollectorTest {
    private static final String NOW = "2024-02-10T06:00:00Z";

    private final Collector gidd = new GiddCollectorFactory(null, null, "s3cr3t", null).build();

    @Test
    void peopleDisplacedWhenTheYearEndedAreAStockOfTheCountry() throws Exception {
        Document page = document("conflicts", 0);

        assertThat(read(page).record("conflict/SDN/2022").get(1))
                .isEqualTo(new Figure(
                        SeriesKey.total(
                                Line.of(
                                        Attribution.of(GiddCollector.ID, Basis.ESTIMATED),
                                        Measure.of(Metric.IDPS),
                                        Population.ALL,
                                        Cause.CONFLICT),
                                Place.country("SDN")),
                        SourceRecord.of("conflict/SDN/2022", "total_displacement"),
                        Statement.of(Period.day(LocalDate.parse("2022-12-31")), Quantity.exact(3780000)),
                        new Provenance(
                                URI.create("https://www.internal-displacement.org/database/displacement-data/"),
                                LocalDate.parse("2023-05-11"),
                                page.sha256(),
                                "/results/1/total_displacement")));
    }

    @Test
    void movementsOfAYearAreAFlowAndNeverPeople() throws Exception {
        Gathered read = read(document("conflicts", 0), document("conflicts", 3));

        assertThat(read.sum(Metric.NEW_DISPLACEMENTS)).isEqualTo(442_000 + 314_000 + 160);
        assertThat(read.sum(Metric.IDPS)).isEqualTo(3_175_000 + 3_780_000 + 31_000 + 12_000);
        assertThat(read.record("conflict/SDN/2021").get(0).statement().period())
                .isEqualTo(new Period(LocalDate.parse("2021-01-01"), LocalDate.parse("2021-12-31")));
    }

    @Test
    void aNullIsUnknownAndAZeroIsSaid() throws Exception {
        Gathered read = read(document("conflicts", 0), document("conflicts", 3));

        assertThat(read.record("conflict/KEN/2022"))
                .extracting(figure -> figure.record().part())
                .containsExactly("total_displacement");
        assertThat(read.record("conflict/AB9/2022"))
                .extracting(figure -> Gathered.value(figure).intValueExact())
                .containsExactly(0, 31_000);
        assertThat(read.refusals).isEmpty();
    }

    @Test
    void aDisasterTakesItsDaysAsWideAsTheyAreKnown() throws Exception {
        assertThat(read(document("disasters", 0), document("disasters", 4)).figures)
                .extracting(
                        figure -> figure.statement().event().name(),
                        figure -> figure.statement().period(),
                        figure -> figure.series().line().cause().code())
                .containsExactly(
                        tuple("Sudan: Flood - 01/08/2022", days("2022-08-01", "2022-09-30"), "disaster:flood"),
                        tuple("Angola: Flood - 01/01/2022", days("2022-01-01", "2022-01-31"), "disaster:flood"),
                        tuple("Angola: Flood - 01/01/2022", days("2022-01-01", "2022-01-31"), "disaster:flood"),
                        tuple("Philippines: Typhoon", days("2022-12-20", "2023-01-03"), "disaster:storm"),
                        tuple("Fiji: Drought", days("2022-01-01", "2022-12-31"), "disaster"));
    }

    @Test
    void aDisasterThatEndsBeforeItStartsHappenedSomeTimeInItsYear() throws Exception {
        JsonNode page = Recorded.tree(Recorded.own("gidd/disasters-0.json"));
        ((ObjectNode) page.at("/results/0")).put("start_date", "2022-12-01").put("end_date", "2022-03-14");

        assertThat(read(document(page.toString().getBytes(UTF_8), "disasters", 0))
                        .figures
                        .get(0)
                        .statement())
                .satisfies(said -> assertThat(said.period()).isEqualTo(days("2022-01-01", "2022-12-31")));
    }

    @Test
    void disastersOfOneNameAreSeveralRecords() throws Exception {
        assertThat(read(document("disasters", 0)).figures)
                .filteredOn(figure -> figure.series().place().country().equals("AGO"))
                .extracting(
                        figure -> figure.record().id(),
                        figure -> Gathered.value(figure).intValueExact())
                .containsExactly(
                        tuple("disaster/AGO/2022/Angola: Flood - 01/01/2022/Flood", 900),
                        tuple("disaster/AGO/2022/Angola: Flood - 01/01/2022/Flood #2", 70));
    }

    @Test
    void disastersArePartsAndKeepTheirGlideNumber() throws Exception {
        assertThat(read(document("disasters", 0)).figures.get(0)).satisfies(flood -> {
            assertThat(flood.series().rolling()).isEqualTo(Rolling.PART);
            assertThat(flood.statement().event().glide()).isEqualTo("FL-2022-000278-SDN");
        });
    }

    @Test
    void onlyTheLastPageOfATableIsWholeAndItsAbsencesTakeNothingBack() throws Exception {
        LocalDate today = LocalDate.parse("2024-02-10");

        assertThat(read(document("conflicts", 0)).extents).isEmpty();
        assertThat(read(document("conflicts", 3)).extents)
                .containsExactly(new Extent(GiddCollector.ID, "seen", Period.day(today), today));
    }

    @Test
    void aLaterReleaseRevisesTheSameRecord() throws Exception {
        JsonNode page = Recorded.tree(Recorded.own("gidd/conflicts-0.json"));
        ((ObjectNode) page).put("last_updated", "2024-05-14");
        ((ObjectNode) page.at("/results/1")).put("total_displacement", 3_779_000);

        Figure revised = read(document(page.toString().getBytes(UTF_8), "conflicts", 0))
                .record("conflict/SDN/2022")
                .get(1);

        assertThat(revised.record())
                .isEqualTo(read(document("conflicts", 0))
                        .record("conflict/SDN/2022")
                        .get(1)
                        .record());
        assertThat(revised.provenance().published()).isEqualTo("2024-05-14");
    }

    @ParameterizedTest
    @CsvSource({
        "conflicts, new_displacement, -1, /new_displacement, new_displacement",
        "conflicts, new_displacement, 0.5, /new_displacement, new_displacement",
        "conflicts, total_displacement, 99999999999, /total_displacement, total_displacement",
        "conflicts, iso3, '\"Sudan\"', '', country",
        "conflicts, iso3, null, '', iso3",
        "conflicts, year, null, '', year",
        "conflicts, year, 20222, '', year",
        "disasters, new_displacement, '\"many\"', '', new_displacement",
        "disasters, start_date, '\"0022-08-01\"', '', period",
        "disasters, start_date, '\"soon\"', '', start_date",
        "disasters, iso3, null, '', iso3",
        "disasters, year, 0, '', year"
    })
    void aRowThatCannotBeIsRefusedWithItsFieldAndItsPlace(
            String table, String field, String value, String cell, String named) throws Exception {
        JsonNode page = Recorded.tree(Recorded.own("gidd/" + table + "-0.json"));
        ObjectNode row = (ObjectNode) page.at("/results/0");
        row.set(field, Recorded.tree(value.getBytes(UTF_8)));
        if (field.equals("year") && table.equals("disasters")) {
            row.putNull("start_date").putNull("end_date");
        }

        Gathered read = read(document(page.toString().getBytes(UTF_8), table, 0));

        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("/results/0" + cell, named));
        assertThat(read.figures).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aTableThatNobodyAskedForIsNotRead() {
        assertThatThrownBy(() -> read(document(Recorded.own("gidd/conflicts-0.json"), "countries", 0)))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void withoutAClientIdItCannotBeAskedAndSaysWhichSettingIsMissing() {
        assertThat(new GiddCollectorFactory(null, null, " ", null).lacking()).contains("clientId");
        assertThat(new GiddCollectorFactory(null, null, "s3cr3t", null)).satisfies(factory -> {
            assertThat(factory.lacking()).isEmpty();
            assertThat(factory.toString()).doesNotContain("s3cr3t");
        });
    }

    private static Period days(String start, String end) {
        return new Period(LocalDate.parse(start), LocalDate.parse(end));
    }

    private Gathered read(Document... pages) throws UnreadableDocumentException {
        return Gathered.from(gidd, List.of(pages));
    }

    private static Document document(String table, int offset) {
        return document(Recorded.own("gidd/" + table + "-" + offset + ".json"), table, offset);
    }

    private static Document document(byte[] body, String table, int offset) {
        String url = "https://example.org/external-api/gidd/" + table
                + "/?client_id=%3Cclient_id%3E&format=json&start_year=2014&limit=1000&offset=" + offset;
        return Recorded.document(body, url, NOW);
    }
}
