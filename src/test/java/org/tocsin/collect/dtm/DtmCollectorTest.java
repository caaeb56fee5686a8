package org.tocsin.collect.dtm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Area;
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

/** Numbers made up, in the shape IOM publishes: its rows may not be passed on. */
final class DtmCollectorTest {
    private static final String NOW = "2024-02-10T06:00:00Z";
    private static final String MONITORING = "Countrywide monitoring";

    private final Collector dtm =
            new DtmCollectorFactory(null, null, "s3cr3t", Map.of("HTI", List.of(MONITORING)), null).build();

    @Test
    void aRowIsThePartOfARoundThatLeftOneAreaForAnother() throws Exception {
        byte[] body = Recorded.own("dtm/admin1-hti.json");
        String record = "Countrywide monitoring, BA/HT01/conflict/HT05";

        assertThat(read(body, 1).record(record))
                .containsExactly(new Figure(
                        new SeriesKey(
                                new Line(
                                        Attribution.of(DtmCollector.ID, Basis.REPORTED),
                                        Measure.of(Metric.IDPS),
                                        Population.ALL,
                                        Cause.CONFLICT,
                                        "Countrywide monitoring, BA",
                                        null),
                                new Place("HTI", new Area("Ouest", "HT01"), null),
                                "HT05",
                                Rolling.PART),
                        SourceRecord.ofRound(record, "2"),
                        Statement.of(Period.day(LocalDate.parse("2023-06-30")), Quantity.exact(300)),
                        new Provenance(
                                URI.create("https://dtm.iom.int/data-and-analysis/dtm-api"),
                                null,
                                Recorded.document(body, "https://example.org", NOW)
                                        .sha256(),
                                "/result/2/numPresentIdpInd")));
    }

    @Test
    void aRowThatIsThereTwiceUnderAnotherIdCountsOnce() throws Exception {
        Gathered read = read(1);

        assertThat(read.refusals).isEmpty();
        assertThat(read.figures)
                .filteredOn(figure -> figure.record().part().equals("round 2"))
                .extracting(figure -> Gathered.value(figure).intValueExact())
                .containsExactly(800, 300, 50, 70, 20, 990);
    }

    @Test
    void theRowsOfOneRoundThatDifferAreNeitherAddedNorChosenFrom() throws Exception {
        JsonNode answer = Recorded.tree(Recorded.own("dtm/admin1-hti.json"));
        ((ObjectNode) answer.at("/result/9")).put("numPresentIdpInd", 301);

        Gathered read = read(answer.toString().getBytes(UTF_8), 1);

        assertThat(read.record("Countrywide monitoring, BA/HT01/conflict/HT05")).hasSize(1);
        assertThat(read.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.at()).isEqualTo("/result/9");
            assertThat(refusal.field()).isEqualTo("numPresentIdpInd");
            assertThat(refusal.why()).contains("301").contains("300");
        });
    }

    @Test
    void operationsThatNobodyChoseDescribeTheSamePeopleAndArePassedOver() throws Exception {
        assertThat(read(1).figures)
                .extracting(figure -> figure.series().line().category())
                .allSatisfy(category -> assertThat(category).startsWith(MONITORING));
    }

    @Test
    void waysOfAssessingAndReasonsThatAreNotOneCauseAreLinesOfTheirOwn() throws Exception {
        assertThat(read(1).figures)
                .extracting(
                        figure -> figure.series().line().cause(),
                        figure -> figure.series().line().category(),
                        figure -> Gathered.value(figure).intValueExact())
                .containsExactly(
                        tuple(Cause.CONFLICT, "Countrywide monitoring, BA", 1000),
                        tuple(Cause.CONFLICT, "Countrywide monitoring, BA", 800),
                        tuple(Cause.CONFLICT, "Countrywide monitoring, BA", 300),
                        tuple(Cause.DISASTER, "Countrywide monitoring, BA", 50),
                        tuple(Cause.CONFLICT, "Countrywide monitoring, BA, insecurity", 70),
                        tuple(Cause.ALL, "Countrywide monitoring, BA, conflict; natural disaster", 20),
                        tuple(Cause.CONFLICT, "Countrywide monitoring, SA", 990));
    }

    @Test
    void noTwoPartsOfOneDayAreInOneSeries() throws Exception {
        assertThat(read(1).figures)
                .extracting(figure -> tuple(figure.series(), figure.statement().period()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotAvailableIsNeitherAnAreaNorANumber() throws Exception {
        assertThat(read(1).figures.get(0).series().origin()).isNull();
        assertThat(read(1).figures).noneMatch(figure -> figure.record().id().contains("HT09"));
    }

    @Test
    void eachLevelIsReadAsItWasAskedFor() throws Exception {
        Figure country = read(Recorded.own("dtm/admin0-hti.json"), 0).figures.get(0);
        Figure commune = read(Recorded.own("dtm/admin2-hti.json"), 2).figures.get(0);

        assertThat(country.series().place()).isEqualTo(Place.country("HTI"));
        assertThat(commune.series().place().admin2()).isEqualTo(new Area("Gressier", "HT0116"));
        assertThat(commune.record().id()).isEqualTo("Countrywide monitoring, BA/HT0116/conflict/");
    }

    @Test
    void anOlderRoundThatIsCorrectedIsTheSameRecord() throws Exception {
        JsonNode answer = Recorded.tree(Recorded.own("dtm/admin1-hti.json"));
        ((ObjectNode) answer.at("/result/0")).put("numPresentIdpInd", 1010).put("id", 777);

        assertThat(read(answer.toString().getBytes(UTF_8), 1).figures.get(0).record())
                .isEqualTo(read(1).figures.get(0).record());
    }

    @Test
    void anOperationThatNoRowIsOfIsToldAndNotPassedOverInSilence() throws Exception {
        Collector mistaken = new DtmCollectorFactory(
                        null, null, "s3cr3t", Map.of("HTI", List.of(MONITORING, "Countrywide Tracking")), null)
                .build();

        assertThat(Gathered.from(mistaken, List.of(document(Recorded.own("dtm/admin1-hti.json"), 1))).refusals)
                .extracting(Gathered.Refusal::field, Gathered.Refusal::why)
                .containsExactly(tuple("operation", "no row of HTI is of 'Countrywide Tracking'"));
    }

    @ParameterizedTest
    @CsvSource({
        "numPresentIdpInd, -1, numPresentIdpInd",
        "numPresentIdpInd, 1.5, numPresentIdpInd",
        "numPresentIdpInd, 99999999999, value",
        "reportingDate, null, reportingDate",
        "reportingDate, '\"31/01/2023\"', reportingDate",
        "roundNumber, null, roundNumber",
        "roundNumber, '99999999999999', roundNumber",
        "admin0Pcode, '\"Haiti\"', country",
        "admin0Pcode, null, admin0Pcode",
        "operation, null, operation"
    })
    void aRowThatCannotBeIsRefusedWithItsFieldAndItsPlace(String field, String value, String named) throws Exception {
        JsonNode answer = Recorded.tree(Recorded.own("dtm/admin1-hti.json"));
        ((ObjectNode) answer.at("/result/0")).set(field, Recorded.tree(value.getBytes(UTF_8)));

        Gathered read = read(answer.toString().getBytes(UTF_8), 1);

        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("/result/0", named));
        assertThat(read.figures).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"isSuccess, false", "isSuccess, null", "totalRecordsCount, 11", "totalRecordsCount, null"})
    void anAnswerThatSaysItselfThatItFailedOrIsNotWholeIsNotRead(String field, String value) {
        JsonNode answer = Recorded.tree(Recorded.own("dtm/admin1-hti.json"));
        ((ObjectNode) answer).set(field, Recorded.tree(value.getBytes(UTF_8)));

        assertThatThrownBy(() -> read(answer.toString().getBytes(UTF_8), 1))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void aCountryWithoutAnyRoundIsAFailureUnlessOnlyTheLatestWereAskedFor() throws Exception {
        byte[] none = "{\"result\":[],\"isSuccess\":true,\"totalRecordsCount\":0}".getBytes(UTF_8);
        String latest = "https://example.org/v3/displacement/admin1?Admin0Pcode=HTI&FromReportingDate=2024-02-01";

        assertThatThrownBy(() -> read(none, 1)).isInstanceOf(UnreadableDocumentException.class);
        Gathered read = Gathered.from(dtm, List.of(Recorded.document(none, latest, NOW)));
        assertThat(read.refusals).isEmpty();
        assertThat(read.extents).hasSize(1);
    }

    @Test
    void withoutItsKeyItCannotBeAskedAndSaysWhichSettingIsMissing() {
        assertThat(new DtmCollectorFactory(null, null, null, null, null).lacking())
                .contains("key");
        assertThat(new DtmCollectorFactory(null, null, "s3cr3t", null, null)).satisfies(factory -> {
            assertThat(factory.lacking()).isEmpty();
            assertThat(factory.toString()).doesNotContain("s3cr3t");
        });
    }

    private Gathered read(int level) throws UnreadableDocumentException {
        return read(Recorded.own("dtm/admin" + level + "-hti.json"), level);
    }

    private Gathered read(byte[] body, int level) throws UnreadableDocumentException {
        return Gathered.from(dtm, List.of(document(body, level)));
    }

    private static Document document(byte[] body, int level) {
        return Recorded.document(body, "https://example.org/v3/displacement/admin" + level + "?Admin0Pcode=HTI", NOW);
    }
}
