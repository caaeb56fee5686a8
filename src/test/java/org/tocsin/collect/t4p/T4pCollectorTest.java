package org.tocsin.collect.t4p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Area;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Event;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Population;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;
import org.tocsin.figure.Unit;

/** The days of the fixtures are those of the published files; those of Lebanon are in their shape, with numbers made up. */
final class T4pCollectorTest {
    private static final String GAZA = "casualties_daily.json";
    private static final String WEST_BANK = "west_bank_daily.json";

    @Test
    void aTotalIsClaimedByTheMinistrySinceTheFirstDayToTheLastField() throws Exception {
        Gathered gaza = read(GAZA);

        assertThat(gaza.record("gaza:2023-10-10").get(0))
                .isEqualTo(new Figure(
                        SeriesKey.total(
                                Line.of(
                                        new Attribution(T4pCollector.ID, "Gaza Ministry of Health", Basis.CLAIMED),
                                        Measure.of(Metric.KILLED, Kind.CUMULATIVE),
                                        Population.ALL,
                                        Cause.CONFLICT),
                                new Place("PSE", Area.named("Gaza Strip"), null)),
                        SourceRecord.of("gaza:2023-10-10", "killed_cum"),
                        new Statement(
                                new Period(LocalDate.parse("2023-10-07"), LocalDate.parse("2023-10-10")),
                                Quantity.exact(900),
                                Status.PROVISIONAL,
                                Event.NONE),
                        new Provenance(
                                URI.create("https://data.techforpalestine.org/docs/datasets/"),
                                LocalDate.parse("2023-10-10"),
                                document(GAZA).sha256(),
                                "/0/killed_cum")));
    }

    @Test
    void womenChildrenMedicsAndThePressAreAmongTheKilled() throws Exception {
        assertThat(read(GAZA).record("gaza:2023-10-10"))
                .filteredOn(figure -> figure.series().line().attribution().basis() == Basis.CLAIMED)
                .extracting(Figure::metric, T4pCollectorTest::who, T4pCollectorTest::count)
                .containsExactly(
                        tuple(Metric.KILLED, Population.ALL, 900),
                        tuple(Metric.INJURED, Population.ALL, 4000),
                        tuple(Metric.KILLED, Population.CHILDREN, 260),
                        tuple(Metric.KILLED, Population.WOMEN, 230),
                        tuple(Metric.KILLED, Population.JOURNALISTS, 7));
    }

    @Test
    void theMediaOfficeCountsOnItsOwn() throws Exception {
        assertThat(read(GAZA).record("gaza:2023-10-11"))
                .filteredOn(figure -> figure.record().part().equals("killed_cum"))
                .extracting(figure -> figure.series().line().attribution())
                .containsExactly(new Attribution(T4pCollector.ID, "Gaza Government Media Office", Basis.CLAIMED));
    }

    @Test
    void onADayWithoutAReportOnlyWhatMovedIsToldAndAsAnEstimate() throws Exception {
        List<Figure> silent = read(GAZA).record("gaza:2023-10-13");

        assertThat(silent)
                .isNotEmpty()
                .allSatisfy(figure -> {
                    assertThat(figure.record().part()).startsWith("ext_");
                    assertThat(figure.series().line().attribution())
                            .isEqualTo(new Attribution(T4pCollector.ID, "Tech for Palestine", Basis.ESTIMATED));
                })
                .extracting(Figure::record)
                .contains(SourceRecord.of("gaza:2023-10-13", "ext_killed_cum"));
        assertThat(silent)
                .filteredOn(figure -> who(figure) == Population.JOURNALISTS)
                .isEmpty();
    }

    @Test
    void aDayThatOnlyCarriesTheLastTotalsForwardStatesNothing() throws Exception {
        Gathered gaza = read(GAZA);

        assertThat(gaza.record("gaza:2026-08-21")).isEmpty();
        assertThat(gaza.record("gaza:2026-08-22"))
                .extracting(figure -> figure.record().part(), T4pCollectorTest::count)
                .containsExactly(tuple("killed_cum", 73_419), tuple("injured_cum", 174_364));
    }

    @Test
    void theWestBankIsToldByOchaAndWhatItVerifiedApart() throws Exception {
        List<Figure> day = read(WEST_BANK).record("west-bank:2023-10-12");

        assertThat(day)
                .filteredOn(figure -> figure.metric() == Metric.KILLED)
                .extracting(
                        figure -> figure.series().line().attribution().basis(),
                        T4pCollectorTest::who,
                        T4pCollectorTest::count)
                .containsExactly(
                        tuple(Basis.REPORTED, Population.ALL, 33),
                        tuple(Basis.REPORTED, Population.CHILDREN, 5),
                        tuple(Basis.VERIFIED, Population.ALL, 36),
                        tuple(Basis.VERIFIED, Population.CHILDREN, 7));
        assertThat(day)
                .filteredOn(figure -> figure.metric() == Metric.NEW_DISPLACEMENTS)
                .extracting(
                        figure -> figure.series().line().measure().unit(),
                        T4pCollectorTest::who,
                        T4pCollectorTest::count)
                .containsExactly(
                        tuple(Unit.PERSONS, Population.ALL, 229),
                        tuple(Unit.HOUSEHOLDS, Population.ALL, 38),
                        tuple(Unit.PERSONS, Population.CHILDREN, 5));
    }

    @Test
    void aDayBetweenTwoFlashUpdatesRepeatsTheLastAndStatesNothing() throws Exception {
        assertThat(read(WEST_BANK).record("west-bank:2026-08-22")).isEmpty();
        assertThat(read(WEST_BANK).record("west-bank:2026-08-10")).isNotEmpty();
    }

    @Test
    void eachPhaseInLebanonIsACountOfItsOwn() throws Exception {
        assertThat(read("lebanon_daily.json").figures(Metric.KILLED))
                .extracting(
                        figure -> figure.series().line().category(),
                        figure -> figure.statement().period(),
                        T4pCollectorTest::count)
                .containsExactly(
                        tuple("phase 1", Period.day(LocalDate.parse("2024-11-26")), 3823),
                        tuple("phase 2", Period.day(LocalDate.parse("2026-03-03")), 40));
    }

    @Test
    void aRewrittenHistoryIsRevisionsOfTheSameRecords() throws Exception {
        String rewritten = new String(Recorded.own("t4p/" + GAZA), StandardCharsets.UTF_8)
                .replace("\"killed_cum\": 900", "\"killed_cum\": 1003");

        Gathered after =
                Gathered.from(collector(), List.of(document(rewritten.getBytes(StandardCharsets.UTF_8), GAZA)));

        assertThat(after.figures)
                .extracting(Figure::record)
                .isEqualTo(read(GAZA).figures.stream().map(Figure::record).toList());
        assertThat(count(after.record("gaza:2023-10-10").get(0))).isEqualTo(1003);
    }

    @Test
    void aWrongNumberIsToldAloneAndAnUnknownReporterWithItsDay() throws Exception {
        Gathered read = gaza(
                "[{\"report_date\":\"2023-10-10\",\"report_source\":\"mohtel\",\"killed_cum\":-1,\"injured_cum\":7},"
                        + "{\"report_date\":\"2023-10-11\",\"report_source\":\"x\",\"killed_cum\":1}]");

        assertThat(read.figures).extracting(T4pCollectorTest::count).containsExactly(7);
        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("/0/killed_cum", "killed_cum"), tuple("/1", "report_source"));
    }

    @Test
    void whatIsWholeIsOneFileAndTakesNothingBack() throws Exception {
        assertThat(read(GAZA).extents)
                .containsExactly(new Extent(
                        T4pCollector.ID,
                        "gaza",
                        new Period(LocalDate.parse("2023-10-10"), LocalDate.parse("2026-08-22")),
                        LocalDate.parse("2026-08-23")));
    }

    @Test
    void anEmptyFileAndAnUnknownOneAreRefused() {
        assertThatThrownBy(() -> gaza("[]")).isInstanceOf(UnreadableDocumentException.class);
        assertThatThrownBy(() -> read("press_killed.json", "[{}]"))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("press_killed");
    }

    private static Population who(Figure figure) {
        return figure.series().line().population();
    }

    private static int count(Figure figure) {
        return Gathered.value(figure).intValueExact();
    }

    private static Gathered gaza(String body) throws Exception {
        return read(GAZA, body);
    }

    private static Gathered read(String file) throws Exception {
        return Gathered.from(collector(), List.of(document(file)));
    }

    private static Gathered read(String file, String body) throws Exception {
        return Gathered.from(collector(), List.of(document(body.getBytes(StandardCharsets.UTF_8), file)));
    }

    private static T4pCollector collector() {
        return (T4pCollector) new T4pCollectorFactory(null, null, null).build();
    }

    private static Document document(String file) {
        return document(Recorded.own("t4p/" + file), file);
    }

    private static Document document(byte[] bytes, String file) {
        return Recorded.document(bytes, "https://data.techforpalestine.org/api/v2/" + file, "2026-08-23T06:00:00Z");
    }
}
