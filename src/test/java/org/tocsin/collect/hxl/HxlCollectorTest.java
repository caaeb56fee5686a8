package org.tocsin.collect.hxl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.collect.Document;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Area;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Event;
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
import org.tocsin.figure.SourceId;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/** The numbers of the fixtures: IDMC on Abyei and Afghanistan, an ACLED event in Mozambique, libhxl's example of a table of projects. */
final class HxlCollectorTest {
    private static final URI URL = URI.create("https://data.example.org/table");

    @Test
    void aTaggedNumberIsAFigureToTheLastField() throws Exception {
        Document document = document(Recorded.own("hxl/idmc.csv"));

        assertThat(Gathered.from(collector(usual()), List.of(document)).figures.get(0))
                .isEqualTo(new Figure(
                        SeriesKey.total(
                                Line.of(
                                        Attribution.of(new SourceId("hxl"), Basis.REPORTED),
                                        Measure.of(Metric.IDPS),
                                        Population.ALL,
                                        Cause.CONFLICT),
                                Place.country("AB9")),
                        SourceRecord.of("AB9:2018-01-01:2018-12-31", "#affected+conflict+idps+ind+stock"),
                        new Statement(
                                Period.day(LocalDate.parse("2018-12-31")),
                                Quantity.exact(31_000),
                                Status.FINAL,
                                Event.NONE),
                        new Provenance(null, null, document.sha256(), "row 2/Conflict Stock Displacement")));
    }

    @Test
    void aNumberThatIsThereRoundedAndRawIsToldOnceAndABlankIsUnknown() throws Exception {
        Gathered idmc = read("idmc.csv");

        assertThat(idmc.figures(Metric.IDPS))
                .extracting(Gathered::value)
                .containsExactly(new BigDecimal(31_000), new BigDecimal(31_000), new BigDecimal(3_547_000));
        assertThat(idmc.figures(Metric.NEW_DISPLACEMENTS))
                .extracting(
                        figure -> figure.series().line().cause(),
                        figure -> figure.statement().quantity())
                .containsExactly(
                        tuple(Cause.CONFLICT, Quantity.exact(150)),
                        tuple(Cause.DISASTER, Quantity.exact(2)),
                        tuple(Cause.DISASTER, Quantity.exact(40_000)),
                        tuple(Cause.CONFLICT, Quantity.exact(404_000)),
                        tuple(
                                Cause.DISASTER,
                                new Quantity(null, new BigDecimal(46_000), new BigDecimal(47_000), Qualifier.EXACT)));
    }

    @Test
    void aRawNumberAloneIsTold() throws Exception {
        Gathered read = text("#country+code,#date+year,#affected+idps+stock+conflict_raw\nAFG,2020,7\n");

        assertThat(read.figures).hasSize(1);
        assertThat(read.figures.get(0).series().line().cause()).isEqualTo(Cause.CONFLICT);
    }

    @Test
    void anEventIsAPartAndItsTableMayUseSemicolonsAndTitles() throws Exception {
        Gathered events = read("events.csv");

        assertThat(events.figures).singleElement().satisfies(event -> {
            assertThat(event.metric()).isEqualTo(Metric.KILLED);
            assertThat(event.series().place()).isEqualTo(new Place("MOZ", Area.named("Cabo Delgado"), null));
            assertThat(event.series().rolling()).isEqualTo(Rolling.PART);
            assertThat(event.statement().period()).isEqualTo(Period.day(LocalDate.parse("2020-11-06")));
            assertThat(event.record().id()).isEqualTo("MOZ:2020-11-06:2020-11-06:MZM1927/Cabo Delgado");
        });
        assertThat(events.refusals)
                .containsExactly(new Gathered.Refusal(
                        "row 4", "#affected+killed", "is not a number of people or things: 'many'"));
    }

    @Test
    void objectsAreReadByTheirKeysAndPartsOfPeopleAreCategories() throws Exception {
        assertThat(read("objects.json").figures)
                .extracting(
                        Figure::metric,
                        figure -> figure.series().line().category(),
                        figure -> Gathered.value(figure).intValueExact(),
                        figure -> figure.provenance().pointer())
                .containsExactly(
                        tuple(Metric.PEOPLE_TARGETED, "f, WASH", 100, "/0/#targeted+f"),
                        tuple(Metric.PEOPLE_TARGETED, "m, WASH", 120, "/0/#targeted+m"),
                        tuple(Metric.PEOPLE_IN_NEED, "Salud", 250, "/1/#inneed"));
    }

    @Test
    void rowsOfJsonAreReadByTheirPlaces() throws Exception {
        assertThat(text("[[\"Country\",\"Year\",\"Killed\"],[\"#country+code\",\"#date+year\",\"#affected+killed\"],"
                                + "[\"SDN\",\"2023\",\"10 400\"]]")
                        .figures)
                .extracting(Gathered::value, figure -> figure.provenance().pointer())
                .containsExactly(tuple(new BigDecimal(10_400), "/2/2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separatorsLineBreaksInCellsAndOldLettersAreRead(String separator) throws Exception {
        String text = """
                Pa\u00eds|A\u00f1o|Nota|N
                #country+name|#date+year|#description|#affected+injured
                Panam\u00e1|2015|"a
                b"|5
                """;

        Gathered read = Gathered.from(
                collector(usual()),
                List.of(document(text.replace("|", separator).getBytes(ISO_8859_1))));

        assertThat(read.figures).singleElement().satisfies(figure -> {
            assertThat(figure.series().place()).isEqualTo(Place.country("PAN"));
            assertThat(Gathered.value(figure)).isEqualByComparingTo("5");
        });
    }

    @Test
    void withoutHashtagsTheNamesOfColumnsStandForThem() throws Exception {
        Vocabulary names = new Vocabulary("SDN", null, Map.of("Dead", "#affected+killed", "When", "#date+occurred"));

        assertThat(Gathered.from(
                                collector(names),
                                List.of(document("When,Where,Dead\n2023-04-15,x,56\n".getBytes(UTF_8))))
                        .figures)
                .extracting(figure -> figure.series().place().country(), Gathered::value)
                .containsExactly(tuple("SDN", new BigDecimal(56)));
    }

    @Test
    void whatTheSettingsSayOfAHashtagComesBeforeCustom() throws Exception {
        Vocabulary own = new Vocabulary(
                null,
                Map.of("#affected+total", Meaning.of("killed", null, "cumulative", "civilians", "conflict", null)),
                null);

        assertThat(Gathered.from(
                                collector(own),
                                List.of(document(
                                        "#country+code,#date+start,#date+end,#affected+total\nSDN,2023-04-15,2023-06-01,9\n"
                                                .getBytes(UTF_8))))
                        .figures)
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.series().line().population()).isEqualTo(Population.CIVILIANS);
                    assertThat(figure.statement().period())
                            .isEqualTo(new Period(LocalDate.parse("2023-04-15"), LocalDate.parse("2023-06-01")));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "#affected+killed+civilians, KILLED, CIVILIANS,",
        "#affected+total+injured, INJURED, ALL,",
        "#affected+idps+hh, IDPS, ALL,",
        "#inneed+children, PEOPLE_IN_NEED, CHILDREN,",
        "#value+funding+required+usd, FUNDING_REQUIRED, ALL,",
        "#affected+killed+national, KILLED, ALL, national"
    })
    void aHashtagMeansByCustom(String tag, Metric metric, Population population, String category) {
        Meaning meaning = Tag.of(tag).flatMap(Meaning::of).orElseThrow();

        assertThat(meaning.measure().metric()).isEqualTo(metric);
        assertThat(meaning.population()).isEqualTo(population);
        assertThat(meaning.category()).isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#value+funding+pct", "#geo+lat", "#indicator+num", "#affected"})
    void aHashtagThatCountsNothingCollectedIsPassedOver(String tag) {
        assertThat(Tag.of(tag).flatMap(Meaning::of)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "#country,b,c,d,e\nx,1,2,3,4\n", "[]", "#country+code,#inneed\nSDN\n"})
    void aTableWithoutARowOfHashtagsOrThatBreaksOffIsRefused(String text) {
        assertThatThrownBy(() -> text(text)).isInstanceOf(UnreadableDocumentException.class);
    }

    private static Vocabulary usual() {
        return new Vocabulary(null, null, null);
    }

    private static HxlCollector collector(Vocabulary vocabulary) {
        return (HxlCollector) new HxlCollectorFactory(null, null, URL, null, vocabulary, null).build();
    }

    private static Gathered read(String resource) throws Exception {
        return Gathered.from(collector(usual()), List.of(document(Recorded.own("hxl/" + resource))));
    }

    private static Gathered text(String text) throws Exception {
        return Gathered.from(collector(usual()), List.of(document(text.getBytes(UTF_8))));
    }

    private static Document document(byte[] bytes) {
        return Recorded.document(bytes, URL.toString(), "2022-06-10T06:00:00Z");
    }
}
