package org.tocsin.collect.table;

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
import org.tocsin.figure.Redistribution;
import org.tocsin.figure.SeriesKey;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Statement;
import org.tocsin.figure.Status;

/** The numbers of the fixtures are of the size of IOM's in South Sudan and Sudan in January 2024. */
final class CsvCollectorTest {
    private static final URI URL = URI.create("https://sheets.example.org/export?format=csv");

    private static final Layout STATES = new Layout(
            Map.of("record", "Ref", "country", "Country", "admin1", "State", "end", "As of", "value", "Displaced"),
            Map.of("metric", "idps", "cause", "conflict", "rolling", "part"),
            null);

    @Test
    void aRowIsAFigureByItsLayoutToTheLastField() throws Exception {
        Document document = document(Recorded.own("table/sheet.csv"));

        assertThat(Gathered.from(collector(STATES), List.of(document)).figures.get(0))
                .isEqualTo(new Figure(
                        SeriesKey.part(
                                Line.of(
                                        Attribution.of(new SourceId("csv-ssd"), Basis.REPORTED),
                                        Measure.of(Metric.IDPS),
                                        Population.ALL,
                                        Cause.CONFLICT),
                                new Place("SSD", Area.named("Jonglei"), null)),
                        SourceRecord.of("SS-1"),
                        new Statement(
                                Period.day(LocalDate.parse("2024-01-31")),
                                Quantity.exact(367_215),
                                Status.FINAL,
                                Event.NONE),
                        new Provenance(null, null, document.sha256(), "row 1/Displaced")));
    }

    @Test
    void aRangeIsTwoBoundsAndWhatIsNotKnownIsNoFigure() throws Exception {
        Gathered read = read(STATES, "table/sheet.csv");

        assertThat(read.figures)
                .extracting(figure -> figure.statement().quantity())
                .containsExactly(
                        Quantity.exact(367_215),
                        Quantity.exact(234_100),
                        new Quantity(null, new BigDecimal(7300), new BigDecimal(7600), Qualifier.EXACT));
        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("row 4", "value"), tuple("row 5", "country"), tuple("row 6", "end"));
    }

    @Test
    void withoutALayoutTheColumnsOfAFigureTableCountAndOthersArePassedOver() throws Exception {
        assertThat(read(new Layout(null, null, null), "table/whole.csv").figures)
                .extracting(
                        Figure::metric, figure -> figure.statement().period().end())
                .containsExactly(
                        tuple(Metric.IDPS, LocalDate.parse("2024-01-31")),
                        tuple(Metric.PEOPLE_IN_NEED, LocalDate.parse("2024-12-31")));
    }

    @Test
    void aSheetWithoutIdsNamesItsRowsByWhatTheyAreAbout() throws Exception {
        Layout layout = new Layout(Map.of(), Map.of("metric", "killed", "country", "MLI"), ";");

        Gathered before = text(layout, "start;end;value\n2024;2024;12\n");
        Gathered after = text(layout, "start;end;value\n2024;2024;15\n");

        assertThat(before.figures)
                .extracting(Figure::record)
                .isEqualTo(after.figures.stream().map(Figure::record).toList());
        assertThat(before.figures.get(0).statement().period())
                .isEqualTo(new Period(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-12-31")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metric,country,value                | end     | is missing",
                "metric,country,end,value            | document | has no rows",
                "metric,country,end,value,value\\na,b | value   | is there twice",
                "metric,country,end,value\\nidps,SDN  | row     | breaks off"
            })
    void aSheetThatCannotBeReadSaysWhatIsWrong(String text, String field, String why) {
        assertThatThrownBy(() -> text(new Layout(null, null, null), text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(why);
    }

    @Test
    void aLayoutThatNamesAColumnTheSheetDoesNotHaveIsTold() {
        Layout layout = new Layout(Map.of("admin1", "Province"), null, null);

        assertThatThrownBy(() -> text(layout, "metric,country,end,value\nidps,SDN,2024-01-01,1\n"))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("'Province' is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "Value"})
    void aLayoutOfUnknownFieldsIsRefused(String field) {
        assertThatThrownBy(() -> new Layout(Map.of(field, "X"), null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(field);
    }

    @Test
    void eachSheetIsASourceOfItsOwnUnderItsOwnTerms() {
        var source = new CsvCollectorFactory(
                        "csv-ssd", null, URL, new SheetTerms("State totals", "CC BY 4.0", "Ministry", true, 30), null)
                .build()
                .source();

        assertThat(source.id()).isEqualTo(new SourceId("csv-ssd"));
        assertThat(source.name()).isEqualTo("State totals");
        assertThat(source.cadenceDays()).isEqualTo(30);
        assertThat(source.terms().attribution()).isEqualTo("Ministry");
        assertThat(source.terms().redistribution()).isEqualTo(Redistribution.AGGREGATE_ONLY);
        assertThat(new CsvCollectorFactory(null, null, null, null, null).lacking())
                .contains("url");
    }

    private static CsvCollector collector(Layout layout) {
        return (CsvCollector) new CsvCollectorFactory("csv-ssd", null, URL, null, layout).build();
    }

    private static Gathered read(Layout layout, String resource) throws Exception {
        return Gathered.from(collector(layout), List.of(document(Recorded.own(resource))));
    }

    private static Gathered text(Layout layout, String text) throws Exception {
        return Gathered.from(collector(layout), List.of(document(text.getBytes(UTF_8))));
    }

    private static Document document(byte[] bytes) {
        return Recorded.document(bytes, URL.toString(), "2024-02-10T06:00:00Z");
    }
}
