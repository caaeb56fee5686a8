package org.tocsin.collect.ucdp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Status;

final class UcdpCollectorTest {
    private final Collector ucdp = new UcdpCollectorFactory(null, null, null, null, null).build();

    @Test
    void anEventTellsAllItsDeadWithTheirBoundsAndTheCiviliansAmongThem() throws Exception {
        List<Figure> event = read().record("101");

        assertThat(event)
                .extracting(
                        figure -> figure.record().part(),
                        figure -> figure.series().line().population())
                .containsExactly(tuple("", Population.ALL), tuple("civilians", Population.CIVILIANS));
        assertThat(event.get(0).statement().quantity())
                .extracting(quantity -> quantity.value(), quantity -> quantity.low(), quantity -> quantity.high())
                .containsExactly(BigDecimal.TEN, new BigDecimal(8), new BigDecimal(14));
        assertThat(Gathered.value(event.get(1))).isEqualByComparingTo("4");
        assertThat(event.get(0).series().place().admin2()).hasFieldOrPropertyWithValue("name", "Kandahar district");
        assertThat(event.get(0).statement().status()).isEqualTo(Status.FINAL);
    }

    @Test
    void whoActedAndWhatWasToldOfItStaysInTheArchive() throws Exception {
        assertThat(read().figures)
                .allSatisfy(figure ->
                        assertThat(figure.toString()).doesNotContain("Side one", "A paper", "A headline", "A town"));
    }

    @Test
    void palestineIsToldApartFromTheIsraelItIsFiledUnder() throws Exception {
        assertThat(read().figures)
                .filteredOn(figure -> figure.record().part().isEmpty())
                .extracting(
                        figure -> figure.record().id(),
                        figure -> figure.series().place().country())
                .contains(tuple("102", "PSE"), tuple("103", "ISR"), tuple("104", "PSE"), tuple("105", "MMR"));
    }

    @Test
    void anEventWithoutItsRegionIsTheCountrys() throws Exception {
        assertThat(read().record("105").get(0).series().place().level()).isZero();
    }

    @Test
    void deathsDatedOnlyToAMonthOrAYearAreNotLumpedOnADay() throws Exception {
        Gathered read = read();

        assertThat(days(read, "105"))
                .isEqualTo(new Period(LocalDate.parse("2022-02-01"), LocalDate.parse("2022-02-28")));
        assertThat(days(read, "106"))
                .isEqualTo(new Period(LocalDate.parse("2021-01-01"), LocalDate.parse("2021-12-31")));
        assertThat(days(read, "107"))
                .isEqualTo(new Period(LocalDate.parse("2011-08-20"), LocalDate.parse("2011-11-20")));
        assertThat(days(read, "101"))
                .isEqualTo(new Period(LocalDate.parse("2021-05-28"), LocalDate.parse("2021-05-29")));
    }

    @Test
    void theBestEstimateStandsAndABoundItContradictsIsLeftOut() throws Exception {
        Figure odd = read().record("108").get(0);

        assertThat(Gathered.value(odd)).isEqualByComparingTo("10");
        assertThat(odd.statement().quantity().low()).isEqualByComparingTo("9");
        assertThat(odd.statement().quantity().high()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"18, 17, 10, , 17", "10, 9, 10, 10, ", "11, 10, 10, , 10", "9, 8, 10, 9, "})
    void boundsThatCrossAreKeptAsFarAsTheBestEstimateAllows(
            int low, int high, int best, @Nullable BigDecimal keptLow, @Nullable BigDecimal keptHigh) throws Exception {
        JsonNode body = Recorded.tree(Recorded.own("ucdp/ged-23.1-page0.json"));
        ((ObjectNode) body.at("/Result/0")).put("low", low).put("high", high).put("best", best);

        Gathered read = read(document(body.toString().getBytes(UTF_8), "23.1", 0));

        assertThat(read.refusals).isEmpty();
        assertThat(read.record("101").get(0).statement().quantity())
                .isEqualTo(new Quantity(BigDecimal.valueOf(best), keptLow, keptHigh, Qualifier.ESTIMATED));
    }

    @Test
    void anEventOfACandidateAndOfTheFinalVersionIsOneRecord() throws Exception {
        byte[] body = Recorded.own("ucdp/ged-23.1-page0.json");
        Gathered candidate = read(document(body, "22.01.22.12", 0));
        Gathered last = read(document(body, "23.1", 0));

        assertThat(candidate.figures)
                .extracting(Figure::record)
                .isEqualTo(last.figures.stream().map(Figure::record).toList());
        assertThat(candidate.figures)
                .extracting(Figure::series)
                .isEqualTo(last.figures.stream().map(Figure::series).toList());
        assertThat(candidate.figures.get(0).statement().status()).isEqualTo(Status.PROVISIONAL);
    }

    @ParameterizedTest
    @CsvSource({"Gaza City, PSE", "West Bank, PSE", "Netanya town, ISR"})
    void withoutItsRegionAnEventIsToldApartByItsPlace(String where, String country) throws Exception {
        JsonNode body = Recorded.tree(Recorded.own("ucdp/ged-23.1-page0.json"));
        ((ObjectNode) body.at("/Result/1")).put("adm_1", "").put("where_coordinates", where);

        Gathered read = read(document(body.toString().getBytes(UTF_8), "23.1", 0));

        assertThat(read.record("102").get(0).series().place()).isEqualTo(Place.country(country));
    }

    @Test
    void civiliansAreALowestNumberWhereSomeOfTheDeadAreUnknown() throws Exception {
        assertThat(read().record("102"))
                .extracting(figure -> figure.statement().quantity().qualifier())
                .containsExactly(Qualifier.ESTIMATED, Qualifier.AT_LEAST);
    }

    @Test
    void aFinalVersionIsWholeUpToTheYearBeforeItAndACandidateForItsMonth() throws Exception {
        Gathered candidates = read(document(Recorded.own("ucdp/ged-24.0.1-page0.json"), "24.0.1", 0));

        assertThat(read().extents).containsExactly(extent("1989-01-01", "2022-12-31"));
        assertThat(candidates.extents).containsExactly(extent("2024-01-01", "2024-01-31"));
        assertThat(candidates.figures)
                .extracting(figure -> figure.statement().status())
                .containsOnly(Status.PROVISIONAL);
    }

    @ParameterizedTest
    @CsvSource({
        "best, -1, best",
        "best, null, best",
        "best, 2.5, best",
        "best, 99999999999, value",
        "low, -1, low",
        "id, 1e999999999, id",
        "country_id, 1e999999999, country_id",
        "deaths_civilians, -2, deaths_civilians",
        "date_prec, 6, date_prec",
        "date_start, '\"2021-06-01T00:00:00\"', period",
        "date_end, '\"0025-06-01T00:00:00\"', period",
        "date_start, null, date_start",
        "country_id, 99999, country_id",
        "id, '{}', id"
    })
    void anEventThatCannotBeIsRefusedWithItsFieldAndItsPlace(String field, String value, String named)
            throws Exception {
        JsonNode body = Recorded.tree(Recorded.own("ucdp/ged-23.1-page0.json"));
        ((ObjectNode) body.at("/Result/0")).set(field, Recorded.tree(value.getBytes(UTF_8)));

        Gathered read = read(document(body.toString().getBytes(UTF_8), "23.1", 0));

        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("/Result/0", named));
        assertThat(read.record("101")).isEmpty();
        assertThat(read.record("102")).hasSize(2);
    }

    @Test
    void aDocumentOfNoKnownVersionIsNotRead() {
        assertThatThrownBy(() -> read(document(Recorded.own("ucdp/ged-23.1-page0.json"), "99", 0)))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("'99'");
    }

    @Test
    void everyRecordedEventIsReadAndItsDeadAddUp() throws Exception {
        long best = 0;
        long civilians = 0;
        List<Document> pages = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            byte[] body = Recorded.answer("ucdp/reconstructed/gedevents_23.1_page" + page + ".json");
            for (JsonNode event : Recorded.tree(body).path("Result")) {
                best += event.path("best").asLong();
                civilians += event.path("deaths_civilians").asLong();
            }
            pages.add(document(body, "23.1", page));
        }

        Gathered read = read(pages.toArray(Document[]::new));

        assertThat(read.refusals).isEmpty();
        assertThat(read.figures).hasSize(2 * 300);
        assertThat(killed(read, Population.ALL)).isEqualTo(best);
        assertThat(killed(read, Population.CIVILIANS)).isEqualTo(civilians);
        assertThat(read.extents).hasSize(1);
        assertThat(read.figures)
                .filteredOn(figure -> figure.series().place().country().equals("PSE"))
                .hasSizeGreaterThan(10);
    }

    /** The table that UCDP offers for download has the columns of the API's fields. */
    @Test
    void everyRowOfTheRecordedTableReadsAsAnEventAndItsDeadAddUp() throws Exception {
        ArrayNode rows = new ObjectMapper().createArrayNode();
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(Recorded.answer("ucdp/ged_sample_1000rows_v23.csv"))) {
            lines.forEachRemaining(rows::addPOJO);
        }
        String body = "{\"TotalCount\": 1000, \"NextPageUrl\": \"\", \"Result\": " + rows + "}";

        Gathered read = read(document(body.getBytes(UTF_8), "23.1", 0));

        assertThat(rows).hasSize(1000);
        assertThat(read.refusals).isEmpty();
        assertThat(killed(read, Population.ALL)).isEqualTo(9561);
        assertThat(killed(read, Population.CIVILIANS)).isEqualTo(2690);
        assertThat(read.figures)
                .filteredOn(figure -> figure.record().part().isEmpty())
                .filteredOn(figure -> figure.series().place().country().equals("PSE"))
                .hasSize(9);
        // 23 events are known to the month and 14 to the year; none lies on one day.
        assertThat(read.figures)
                .filteredOn(figure -> figure.record().part().isEmpty())
                .filteredOn(figure -> figure.statement().period().days() > 7)
                .hasSize(37);
    }

    private Gathered read() throws UnreadableDocumentException {
        List<Document> pages = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            pages.add(document(Recorded.own("ucdp/ged-23.1-page" + page + ".json"), "23.1", page));
        }
        return read(pages.toArray(Document[]::new));
    }

    private Gathered read(Document... documents) throws UnreadableDocumentException {
        return Gathered.from(ucdp, List.of(documents));
    }

    private static Document document(byte[] body, String version, int page) {
        String url = "https://ucdpapi.pcr.uu.se/api/gedevents/" + version + "?pagesize=1000&page=" + page;
        return Recorded.document(body, url, "2024-03-25T04:00:00Z");
    }

    private static Period days(Gathered read, String event) {
        return read.record(event).get(0).statement().period();
    }

    private static Extent extent(String start, String end) {
        return new Extent(
                UcdpCollector.ID,
                "",
                new Period(LocalDate.parse(start), LocalDate.parse(end)),
                LocalDate.parse("2024-03-25"));
    }

    private static long killed(Gathered read, Population population) {
        return read.figures.stream()
                .filter(figure -> figure.series().line().population() == population)
                .mapToLong(figure -> Gathered.value(figure).longValueExact())
                .sum();
    }
}
