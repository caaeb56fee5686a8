package org.tocsin.collect.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.collect.Document;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.SourceId;
import org.tocsin.figure.SourceRecord;
import org.tocsin.figure.Status;

final class TableReaderTest {
    private static final SourceId OHCHR = new SourceId("ohchr");
    private static final String HEADER = "record,metric,country,start,end,value,low,high,url,kind\n";

    private final TableReader reader = new TableReader();

    @Test
    void aRowIsReadCellByCell() throws Exception {
        Figure killed = read(own(), OHCHR).figures.get(0);

        assertThat(killed.record()).isEqualTo(SourceRecord.of("r1"));
        assertThat(killed.series().line().attribution().statedBy()).isEqualTo("OHCHR");
        assertThat(killed.series().line().attribution().basis()).isEqualTo(Basis.VERIFIED);
        assertThat(killed.series().line().measure().kind()).isEqualTo(Kind.CUMULATIVE);
        assertThat(killed.series().line().population()).isEqualTo(Population.CIVILIANS);
        assertThat(killed.statement().period())
                .isEqualTo(new Period(LocalDate.parse("2022-02-24"), LocalDate.parse("2022-04-04")));
        assertThat(killed.statement().quantity().qualifier()).isEqualTo(Qualifier.AT_LEAST);
        assertThat(Gathered.value(killed)).isEqualByComparingTo("1480");
        assertThat(killed.provenance().pointer()).isEqualTo("row 1");
        assertThat(killed.provenance().link()).hasToString("https://ukraine.ohchr.org/");
        assertThat(killed.provenance().published()).isEqualTo("2022-04-05");
    }

    @Test
    void anEmptyCellMeansTheUsualAndAnEmptyNumberMeansUnknown() throws Exception {
        Figure shelled = read(own(), OHCHR).figures.get(1);

        assertThat(shelled.statement().quantity().value()).isNull();
        assertThat(shelled.statement().quantity().low()).isEqualByComparingTo("50");
        assertThat(shelled.statement().status()).isEqualTo(Status.PROVISIONAL);
        assertThat(shelled.series().rolling()).isEqualTo(Rolling.PART);
        assertThat(shelled.series().place().level()).isEqualTo(2);
        assertThat(shelled.series().line().measure().kind()).isEqualTo(Kind.FLOW);

        Figure refugees = read(own(), new SourceId("unhcr")).figures.get(0);
        assertThat(refugees.series().origin()).isEqualTo("UKR");
        assertThat(refugees.series().rolling()).isEqualTo(Rolling.TOTAL);
        assertThat(refugees.series().line().cause().code()).isEqualTo("all");
        assertThat(refugees.statement().event().glide()).isEqualTo("EP-2022-000001-POL");
    }

    @Test
    void moneyOfAnAppealIsOverwrittenByItsSource() throws Exception {
        Figure required = read(own(), new SourceId("fts")).figures.get(0);

        assertThat(required.record()).isEqualTo(SourceRecord.overwritten("r3", "required"));
        assertThat(required.series().line().appeal()).isEqualTo("FUKR22");
        assertThat(required.statement().period()).isEqualTo(Period.day(LocalDate.parse("2022-09-29")));
        assertThat(required.provenance().pointer()).isEqualTo("row 3");
    }

    @Test
    void eachSourceOfATableIsReadOnItsOwn() throws Exception {
        assertThat(reader.sources(own())).extracting(SourceId::value).containsExactly("fts", "ohchr", "unhcr");
        assertThat(read(own(), OHCHR).figures).hasSize(2);
        assertThat(read(own(), new SourceId("unhcr")).figures).hasSize(2);
        assertThat(read(own(), OHCHR).refusals).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r,killed,MMR,2023-01-01,2023-01-02,-1,,,, | value",
                "r,killed,MMR,2023-01-01,2023-01-02,1.5,,,, | value",
                "r,killed,MMR,2023-01-01,2023-01-02,\"1,000\",,,, | value",
                "r,killed,MMR,2023-01-01,2023-01-02,99999999999,,,, | value",
                "r,killed,MMR,2023-01-01,2023-01-02,,9,8,, | low",
                "r,killed,MMR,2023-01-03,2023-01-02,1,,,, | period",
                "r,killed,MMR,0025-01-01,2023-01-02,1,,,, | period",
                "r,killed,MMR,01/02/2023,2023-01-02,1,,,, | start",
                "r,killed,MMR,,2023-01-02,1,,,, | start",
                "r,killed,MMR,2023-01-01,,1,,,, | end",
                "r,killed,MMR,2023-01-01,2023-01-02junk,1,,,, | end",
                "r,dead,MMR,2023-01-01,2023-01-02,1,,,, | metric",
                "r,idps,MMR,2023-01-01,2023-01-02,1,,,, | period",
                "r,idps,MMR,2023-01-01,2023-01-01,1,,,,flow | kind",
                "r,killed,Myanmar,2023-01-01,2023-01-02,1,,,, | country",
                "\"\",killed,MMR,2023-01-01,2023-01-02,1,,,, | record",
                "r,killed,MMR,2023-01-01,2023-01-02,1,,,javascript:x, | url",
                "r,killed,MMR,2023-01-01,2023-01-02,1,,,a b, | url",
                "r,killed,MMR,2023-01-01 | row",
                "r,killed,MMR,2023-01-01,2023-01-02,1,,,,,more | row"
            })
    void aRowThatCannotBeIsRefusedWithItsFieldAndItsNumber(String row, String field) throws Exception {
        Gathered read = read(table(HEADER + "ok,killed,MMR,2023-01-01,2023-01-02,1,,,,\n" + row + "\n"), OHCHR);

        assertThat(read.figures).hasSize(1);
        assertThat(read.refusals)
                .singleElement()
                .satisfies(
                        refusal -> assertThat(refusal).extracting("at", "field").containsExactly("row 2", field));
    }

    @ParameterizedTest
    @CsvSource({
        "'record,metric,country,end,colour', colour",
        "'record,metric,country,end,end', end",
        "'metric,country,end', record",
        "<html>, <html>",
        "'', document"
    })
    void aHeaderThatIsNotOneNamesTheColumn(String header, String named) {
        assertThatThrownBy(() -> read(table(header + "\n"), OHCHR))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> {
                    assertThat(e.field()).isEqualTo(named);
                    assertThat(e.at()).isEqualTo("header");
                });
    }

    @Test
    void aTableThatBreaksOffInAQuotedCellIsNotRead() {
        assertThatThrownBy(() -> read(table(HEADER + "r,killed,MMR,2023-01-01,\"2023-"), OHCHR))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        assertThat(read(table("\uFEFF" + HEADER + "r,killed,MMR,2023-01-01,2023-01-02,1,,,,\n"), OHCHR).figures)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports.csv"})
    void theFiguresThatShipWithTheProgramAreATableOfFigures(String name) throws Exception {
        Document document = document(Files.readAllBytes(Path.of("src/main/resources/demo", name)));

        Gathered read = read(document, new SourceId("reports"));

        assertThat(read.refusals).isEmpty();
        assertThat(read.figures)
                .hasSizeGreaterThan(3)
                .extracting(Figure::record)
                .doesNotHaveDuplicates();
    }

    private Gathered read(Document document, SourceId source) throws UnreadableDocumentException {
        Gathered gathered = new Gathered();
        reader.read(document, source, gathered);
        return gathered;
    }

    private static Document own() {
        return document(Recorded.own("table/figures.csv"));
    }

    private static Document table(String text) {
        return document(text.getBytes(UTF_8));
    }

    private static Document document(byte[] bytes) {
        return Recorded.document(bytes, "file:figures.csv", "2023-02-01T00:00:00Z");
    }
}
