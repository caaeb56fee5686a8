package org.tocsin.collect.hapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
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
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/**
 * The numbers of the fixtures: IOM DTM on Afghanistan, OCHA's plans for Afghanistan and Sudan, ACLED on Haiti, FTS 2020, UNHCR end of
 * 2023, the IPC on Sudan in June 2024.
 */
final class HapiCollectorTest {
    private static final String BASE = "https://hapi.humdata.org/api/v2/";
    private static final String QUERY = "?output_format=json&start_date=2022-01-01&limit=10000&offset=0";

    @Test
    void aRoundIsAStockOfItsLastDayInTheNameOfItsOperation() throws Exception {
        Gathered idps = read("idps.json", Subject.IDPS);

        Figure paghman = idps.figures.stream()
                .filter(figure -> figure.series().place().level() == 2)
                .reduce((one, last) -> last)
                .orElseThrow();
        assertThat(paghman.series())
                .isEqualTo(SeriesKey.total(
                        new Line(
                                new Attribution(HapiCollector.ID, "IOM DTM", Basis.REPORTED),
                                new Measure(Metric.IDPS, Metric.IDPS.unit(), Kind.STOCK),
                                Population.ALL,
                                Cause.ALL,
                                "Returns and displacement in Afghanistan (BA)",
                                null),
                        new Place("AFG", new Area("Kabul", "AF01"), new Area("Paghman", "AF0102"))));
        assertThat(idps.figures)
                .filteredOn(figure -> figure.series().place().level() == 0)
                .extracting(figure -> Gathered.value(figure).intValueExact())
                .containsExactly(5_894_220, 6_557_855);
        assertThat(idps.figures).extracting(Figure::record).doesNotHaveDuplicates();
        assertThat(idps.figures).extracting(figure -> figure.series().rolling()).containsOnly(Rolling.TOTAL);
    }

    @Test
    void aRoundWithoutANumberIsUnknownAndNotZero() throws Exception {
        assertThat(read("idps.json", Subject.IDPS).figures)
                .extracting(figure -> figure.record().id())
                .hasSize(6)
                .noneMatch(id -> id.contains(":17:"));
    }

    @Test
    void peopleAreToldByPairOfCountriesAndOnlyOverAllAgesAndSexes() throws Exception {
        Gathered people = read("refugees.json", Subject.REFUGEES_PERSONS_OF_CONCERN);

        assertThat(people.sum(Metric.REFUGEES)).isEqualTo(971_964 + 359_581);
        assertThat(people.sum(Metric.ASYLUM_SEEKERS)).isEqualTo(13);
        assertThat(people.figures).hasSize(3).first().satisfies(rohingya -> {
            assertThat(rohingya.series().place()).isEqualTo(Place.country("BGD"));
            assertThat(rohingya.series().origin()).isEqualTo("MMR");
            assertThat(rohingya.statement().period()).isEqualTo(Period.day(LocalDate.parse("2023-12-31")));
            assertThat(rohingya.record()).isEqualTo(SourceRecord.of("people:MMR:BGD:REF:2023-12-31"));
        });
    }

    @Test
    void whoReturnedIsInTheCountryOfOriginAndAFlowOfTheYear() throws Exception {
        Figure returned = read("returnees.json", Subject.RETURNEES).figures.get(0);

        assertThat(returned.metric()).isEqualTo(Metric.RETURNS);
        assertThat(returned.series().place()).isEqualTo(Place.country("SDN"));
        assertThat(returned.series().origin()).isEqualTo("SSD");
        assertThat(returned.series().line().population()).isEqualTo(Population.REFUGEES);
        assertThat(returned.statement().period()).isEqualTo(days("2023-01-01", "2023-12-31"));
    }

    @Test
    void needsOfSectorsAndGroupsOverlapAndAreLeftOut() throws Exception {
        Gathered needs = read("needs.json", Subject.HUMANITARIAN_NEEDS);

        assertThat(needs.figures)
                .extracting(
                        Figure::metric,
                        figure -> figure.series().place().level(),
                        figure -> Gathered.value(figure).intValueExact())
                .containsExactly(
                        tuple(Metric.PEOPLE_IN_NEED, 0, 23_666_389),
                        tuple(Metric.PEOPLE_TARGETED, 0, 17_327_995),
                        tuple(Metric.PEOPLE_IN_NEED, 2, 621782));
        assertThat(needs.figures.get(0).statement().period()).isEqualTo(Period.day(LocalDate.parse("2024-01-05")));
    }

    @Test
    void aDistrictsMonthIsAPartToTheLastField() throws Exception {
        Gathered conflict = read("conflict.json", Subject.CONFLICT_EVENTS);

        assertThat(conflict.figures.get(2))
                .isEqualTo(new Figure(
                        new SeriesKey(
                                Line.of(
                                        new Attribution(HapiCollector.ID, "ACLED", Basis.REPORTED),
                                        Measure.of(Metric.KILLED),
                                        Population.CIVILIANS,
                                        Cause.CONFLICT),
                                new Place("HTI", new Area("Artibonite", "HT05"), new Area("Saint Marc", "HT0531")),
                                null,
                                Rolling.PART),
                        SourceRecord.of(
                                "conflict:HTI:civilian_targeting:Artibonite/Saint Marc/HT05/HT0531:2024-01-01",
                                "fatalities"),
                        new Statement(days("2024-01-01", "2024-01-31"), Quantity.exact(1), Status.FINAL, Event.NONE),
                        new Provenance(
                                URI.create("https://data.humdata.org/hapi"),
                                null,
                                document("conflict.json", BASE + Subject.CONFLICT_EVENTS.path() + QUERY)
                                        .sha256(),
                                "/data/1/fatalities")));
    }

    @Test
    void aCountryWithoutDistrictsIsATotalAndItsZeroIsSaid() throws Exception {
        Figure albania = read("conflict.json", Subject.CONFLICT_EVENTS).figures.get(0);

        assertThat(albania.series().place()).isEqualTo(Place.country("ALB"));
        assertThat(albania.series().rolling()).isEqualTo(Rolling.TOTAL);
        assertThat(Gathered.value(albania)).isZero();
    }

    @Test
    void noFatalitiesKnownAreNoneToldAndTheMonthUnderWayIsProvisional() throws Exception {
        List<Figure> violence = read("conflict.json", Subject.CONFLICT_EVENTS).figures.stream()
                .filter(figure -> figure.record().id().contains("political_violence"))
                .toList();

        assertThat(violence)
                .extracting(Figure::metric)
                .containsExactly(Metric.INCIDENTS, Metric.KILLED, Metric.INCIDENTS);
        assertThat(violence)
                .extracting(figure -> figure.statement().status())
                .containsExactly(Status.FINAL, Status.PROVISIONAL, Status.PROVISIONAL);
    }

    @Test
    void twoProvincesUnderOneCodeAreTwoRecords() throws Exception {
        assertThat(read("conflict.json", Subject.CONFLICT_EVENTS).figures)
                .filteredOn(figure -> figure.series().place().country().equals("NGA"))
                .hasSize(4)
                .extracting(Figure::record)
                .doesNotHaveDuplicates();
    }

    @Test
    void moneyIsOfAnAppealAsOfTheDayAndMoneyWithoutOneIsLeftOut() throws Exception {
        Gathered funding = read("funding.json", Subject.FUNDING);

        assertThat(funding.sum(Metric.FUNDING_REQUIRED)).isEqualTo(1_131_050_820L + 1_475_421_996L + 52_845_731L);
        assertThat(funding.sum(Metric.FUNDING_RECEIVED))
                .isEqualTo(564_467_765L + 15_000_000L + 597_249_843L + 18_604_280L);
        assertThat(funding.appeals).isEmpty();
        assertThat(funding.figures.get(0)).satisfies(required -> {
            assertThat(required.series().line().appeal()).isEqualTo("HAFG20");
            assertThat(required.record().overwritten()).isTrue();
            assertThat(required.statement().period()).isEqualTo(Period.day(LocalDate.parse("2024-02-10")));
        });
    }

    @Test
    void hungerIsToldFromPhaseThreeOnAndForeseenHungerAsSuch() throws Exception {
        assertThat(read("food.json", Subject.FOOD_SECURITY).figures)
                .hasSize(3)
                .allSatisfy(figure ->
                        assertThat(figure.series().line().attribution().basis()).isEqualTo(Basis.PROJECTED))
                .extracting(
                        figure -> figure.series().line().category(),
                        figure -> Gathered.value(figure).intValueExact())
                .containsExactly(tuple("phase 3+", 25_600_000), tuple("phase 4", 8_500_000), tuple("phase 5", 755_000));
    }

    @Test
    void aTableIsReadLikeThePagesWithoutTheRowsThatAreMarkedWrong() throws Exception {
        Gathered table = read("conflict.csv", "https://data.humdata.org/download/conflict.csv");

        assertThat(table.figures).hasSize(5);
        assertThat(table.refusals)
                .containsExactly(
                        new Gathered.Refusal("row 3", "error", "HDX marks the row as wrong: Non matching p-code"));
        assertThat(table.figures)
                .filteredOn(figure -> figure.series().place().country().equals("SDN"))
                .extracting(Figure::metric)
                .containsExactly(Metric.INCIDENTS);
        assertThat(table.extents)
                .containsExactly(new Extent(
                        HapiCollector.ID,
                        "coordination-context/conflict-events",
                        days("2023-11-01", "2023-12-31"),
                        LocalDate.parse("2024-02-10")));
    }

    @Test
    void theLastPageSaysWhatTheWalkWasWholeFor() throws Exception {
        assertThat(read("idps.json", Subject.IDPS).extents)
                .containsExactly(new Extent(
                        HapiCollector.ID,
                        "affected-people/idps",
                        days("2022-01-01", "2024-02-10"),
                        LocalDate.parse("2024-02-10")));
    }

    @Test
    void anotherNumberOfTheSameRowIsTheSameRecord() throws Exception {
        String page = new String(Recorded.own("hapi/idps.json"), java.nio.charset.StandardCharsets.UTF_8);
        Gathered before = read("idps.json", Subject.IDPS);
        Gathered after = Gathered.from(
                new HapiCollectorFactory(null, null, "key", null, null, null).build(),
                List.of(Recorded.document(
                        page.replace("6557855", "6557000").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        BASE + Subject.IDPS.path() + QUERY,
                        "2024-02-11T06:00:00Z")));

        assertThat(after.figures)
                .extracting(Figure::record)
                .isEqualTo(before.figures.stream().map(Figure::record).toList());
        assertThat(after.sum(Metric.IDPS)).isEqualTo(before.sum(Metric.IDPS) - 855);
    }

    @Test
    void anAddressThatIsNoneOfTheApisIsRefused() {
        assertThatThrownBy(() -> read("idps.json", BASE + "metadata/location" + QUERY))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("metadata/location");
    }

    @Test
    void withoutAnIdentifierAndFilesItLacksTheIdentifier() {
        assertThat(new HapiCollectorFactory(null, null, null, null, null, null).lacking())
                .contains("appIdentifier");
        assertThat(new HapiCollectorFactory(null, null, "k", null, null, null).lacking())
                .isEmpty();
        assertThat(new HapiCollectorFactory(null, null, "k", null, null, null))
                .hasToString(
                        "hapi at https://hapi.humdata.org/api/v2 subjects " + List.of(Subject.values()) + " files []");
    }

    private static Period days(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static Gathered read(String resource, Subject subject) throws Exception {
        return read(resource, BASE + subject.path() + QUERY);
    }

    private static Gathered read(String resource, String url) throws Exception {
        return Gathered.from(
                new HapiCollectorFactory(null, null, "key", null, null, null).build(),
                List.of(document(resource, url)));
    }

    private static org.tocsin.collect.Document document(String resource, String url) {
        return Recorded.document(Recorded.own("hapi/" + resource), url, "2024-02-10T06:00:00Z");
    }
}
