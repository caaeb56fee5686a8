package org.tocsin.collect.ohchr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Extent;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.Status;

/** Numbers are those of OHCHR's updates of March and April 2022, as OCHA Ukraine and ReliefWeb kept them. */
final class OhchrCollectorTest {
    private final Collector ohchr = new OhchrCollectorFactory(null, null, null).build();

    @Test
    void anUpdateTellsTheCiviliansVerifiedByTheEndOfTheDayBefore() throws Exception {
        Figure killed = read(own()).figures.get(0);

        assertThat(killed.record().id()).isEqualTo("ukr-killed-2022-03-02");
        assertThat(killed.metric()).isEqualTo(Metric.KILLED);
        assertThat(killed.series().line().measure().kind()).isEqualTo(Kind.CUMULATIVE);
        assertThat(killed.series().line().population()).isEqualTo(Population.CIVILIANS);
        assertThat(killed.series().line().cause().code()).isEqualTo("conflict");
        assertThat(killed.series().line().attribution().basis()).isEqualTo(Basis.VERIFIED);
        assertThat(killed.series().line().attribution().statedBy()).isEqualTo("OHCHR");
        assertThat(killed.series().rolling()).isEqualTo(Rolling.TOTAL);
        assertThat(killed.series().place().country()).isEqualTo("UKR");
        assertThat(killed.statement().period())
                .isEqualTo(new Period(LocalDate.parse("2022-02-24"), LocalDate.parse("2022-03-02")));
        assertThat(Gathered.value(killed)).isEqualByComparingTo("249");
        assertThat(killed.statement().quantity().qualifier()).isEqualTo(Qualifier.AT_LEAST);
        assertThat(killed.statement().status()).isEqualTo(Status.FINAL);
        assertThat(killed.provenance().pointer()).isEqualTo("row 2/Civilian casualities(OHCHR) - Killed");
        assertThat(killed.provenance().published()).isEqualTo("2022-03-03");
        assertThat(killed.provenance().link())
                .hasToString(
                        "https://reliefweb.int/report/ukraine/ukraine-humanitarian-impact-situation-report-300-pm-eet-3-march-2022");
    }

    @Test
    void theTotalsOfTheTableInTheirOrder() throws Exception {
        Gathered read = read(own());

        assertThat(read.refusals).isEmpty();
        assertThat(read.figures(Metric.KILLED))
                .extracting(figure -> Gathered.value(figure).intValue())
                .containsExactly(249, 977, 1035, 1081, 2345, 2665, 2787, 2829);
        assertThat(read.figures(Metric.INJURED))
                .extracting(figure -> Gathered.value(figure).intValue())
                .containsExactly(553, 1594, 1650, 1707, 2919, 3053, 3180);
    }

    @Test
    void aRowWithoutTheNumberIsUnknownAndNotZero() throws Exception {
        assertThat(read(own()).figures)
                .extracting(figure -> figure.record().id())
                .doesNotContain("ukr-killed-2022-04-25", "ukr-injured-2022-04-25", "ukr-injured-2022-04-26")
                .contains("ukr-killed-2022-04-26");
    }

    @Test
    void theLinkIsTheFirstAddressOfItsCellIfThereIsOne() throws Exception {
        Gathered read = read(own());

        assertThat(read.record("ukr-killed-2022-03-22").get(0).provenance().link())
                .hasToString("https://extranet.who.int/ssa/LeftMenu/Index.aspx");
        assertThat(read.record("ukr-killed-2022-03-24").get(0).provenance().link())
                .isNull();
        assertThat(read.record("ukr-killed-2022-04-26").get(0).provenance().link())
                .isNull();
    }

    @Test
    void aCorrectedNumberIsTheSameRecord() throws Exception {
        Gathered corrected = read(own().replace(",2345,2919,", ",2346,2919,"));

        assertThat(corrected.figures)
                .extracting(Figure::record)
                .isEqualTo(read(own()).figures.stream().map(Figure::record).toList());
        assertThat(Gathered.value(corrected.record("ukr-killed-2022-04-20").get(0)))
                .isEqualByComparingTo("2346");
    }

    @Test
    void theTableSaysThatItWasSeenAndTakesNothingBack() throws Exception {
        LocalDate today = LocalDate.parse("2022-05-02");

        assertThat(read(own()).extents)
                .containsExactly(new Extent(OhchrCollector.ID, "seen", Period.day(today), today));
    }

    @Test
    void aTableWithoutItsLineOfGroupsReadsTheSame() throws Exception {
        String single = own().substring(own().indexOf('\n') + 1);

        assertThat(read(single).figures)
                .extracting(Figure::record)
                .isEqualTo(read(own()).figures.stream().map(Figure::record).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2345, -1, Civilian casualities(OHCHR) - Killed",
        "2345, about 2000, Civilian casualities(OHCHR) - Killed",
        "2022-04-21, 21/04/2022, Date",
        "2022-04-21, '', Date",
        "2022-04-21, 2022-02-20, period",
        "2022-04-21, -999999999-01-01, period"
    })
    void aRowThatCannotBeIsRefusedWithItsColumnAndItsPlace(String what, String instead, String named) throws Exception {
        Gathered read = read(own().replaceFirst("," + what + ",", "," + instead + ","));

        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("row 7", named));
        assertThat(read.figures(Metric.KILLED)).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Date", "Civilian casualities(OHCHR) - Killed"})
    void aTableWithoutItsColumnsIsNotRead(String column) {
        assertThatThrownBy(() -> read(own().replace(column, "Something else")))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void aTableThatBreaksOffOrHasNoRowsIsNotRead() {
        assertThatThrownBy(() -> read(own().substring(0, own().length() - 10)))
                .isInstanceOf(UnreadableDocumentException.class);
        assertThatThrownBy(() -> read(own().substring(0, own().indexOf("\n41400000") + 1)))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void withoutAnAddressTheSourceLacksIt() {
        assertThat(new OhchrCollectorFactory(null, null, null).lacking()).contains("baseUrl");
        assertThat(new OhchrCollectorFactory(URI.create("https://example.org/t"), null, null).lacking())
                .isEmpty();
    }

    private static String own() {
        return new String(Recorded.own("ohchr/ukraine.csv"), UTF_8);
    }

    private Gathered read(String table) throws UnreadableDocumentException {
        return Gathered.from(
                ohchr,
                List.of(Recorded.document(table.getBytes(UTF_8), "https://example.org/table", "2022-05-02T06:00:00Z")));
    }
}
