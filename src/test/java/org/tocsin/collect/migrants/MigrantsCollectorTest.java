package org.tocsin.collect.migrants;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Extent;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Rolling;

/** Numbers are those of incidents of 2014 as IOM published them, but for the last row; places and informants are made up. */
final class MigrantsCollectorTest {
    private final Collector migrants = new MigrantsCollectorFactory(null, null, null).build();

    @Test
    void anIncidentTellsItsDeadItsMissingAndBothTogether() throws Exception {
        List<Figure> incident = read().record("2014.MMP00137");

        assertThat(incident)
                .extracting(
                        Figure::metric,
                        figure -> Gathered.value(figure).intValue(),
                        figure -> figure.record().part())
                .containsExactly(
                        tuple(Metric.KILLED, 6, "killed"),
                        tuple(Metric.MISSING, 188, "missing"),
                        tuple(Metric.DEAD_OR_MISSING, 194, "dead_or_missing"));
        Figure missing = incident.get(1);
        assertThat(missing.series().line().measure().kind()).isEqualTo(Kind.FLOW);
        assertThat(missing.series().line().population()).isEqualTo(Population.MIGRANTS);
        assertThat(missing.series().line().cause()).isEqualTo(Cause.ALL);
        assertThat(missing.series().rolling()).isEqualTo(Rolling.PART);
        assertThat(missing.series().place().country()).isEqualTo("LBY");
        assertThat(missing.series().place().level()).isZero();
        assertThat(missing.statement().period()).isEqualTo(Period.day(LocalDate.parse("2014-07-06")));
        assertThat(missing.statement().event().name()).isEqualTo("Central Mediterranean");
        assertThat(missing.provenance().pointer()).isEqualTo("/2/number_missing");
        assertThat(missing.provenance().link()).hasToString("http://bit.ly/1tj27A3");
    }

    @Test
    void theNumbersOfTheListAddUp() throws Exception {
        Gathered read = read();

        assertThat(read.refusals).isEmpty();
        assertThat(read.sum(Metric.KILLED)).isEqualTo(269);
        assertThat(read.sum(Metric.MISSING)).isEqualTo(970);
        assertThat(read.sum(Metric.DEAD_OR_MISSING)).isEqualTo(1239);
    }

    @Test
    void theRowsOfOneIncidentAllCountEvenIfTheyAreEqual() throws Exception {
        assertThat(read().figures(Metric.KILLED))
                .filteredOn(figure -> figure.record().id().startsWith("2014.MMP00137"))
                .extracting(
                        figure -> figure.record().id(),
                        figure -> Gathered.value(figure).intValue())
                .containsExactly(
                        tuple("2014.MMP00137", 6), tuple("2014.MMP00137 row 2", 3), tuple("2014.MMP00137 row 3", 3));
    }

    @Test
    void anEmptyNumberIsUnknownAndAZeroIsZero() throws Exception {
        assertThat(read().record("2014.MMP00259"))
                .extracting(Figure::metric)
                .containsExactly(Metric.MISSING, Metric.DEAD_OR_MISSING);
        assertThat(read().record("2014.MMP00046"))
                .extracting(Figure::metric, figure -> Gathered.value(figure).intValue())
                .contains(tuple(Metric.MISSING, 0));
    }

    @ParameterizedTest
    @CsvSource({"2014.MMP00167, IRN", "2014.MMP00186, PRI", "2014.MMP00256, TUR", "2014.MMP00046, COD"})
    void theCountryIsTheOneTheSourceNames(String incident, String country) throws Exception {
        assertThat(read().record(incident))
                .extracting(figure -> figure.series().place().country())
                .containsOnly(country);
    }

    @Test
    void aPlaceThatIsGivenToNoCountryLiesInNone() throws Exception {
        assertThat(read().record("2014.MMP99999"))
                .extracting(figure -> figure.series().place().country())
                .containsOnly("UNK");
        assertThat(read().record("2014.MMP99999").get(0).provenance().link())
                .hasToString("https://missingmigrants.iom.int/data");
        assertThat(altered("country_of_incident", "\"International waters\"")
                        .record("2014.MMP00259")
                        .get(0)
                        .series()
                        .place()
                        .country())
                .isEqualTo("UNK");
    }

    @Test
    void whereExactlyAndWhoToldItStaysInTheArchive() throws Exception {
        assertThat(read().figures)
                .allSatisfy(figure -> assertThat(figure.toString()).doesNotContain("A place", "An informant", "2.5"));
    }

    @Test
    void aListSaysThatItWasSeenAndTakesNothingBack() throws Exception {
        assertThat(read().extents)
                .containsExactly(new Extent(
                        MigrantsCollector.ID,
                        "seen",
                        new Period(LocalDate.parse("2014-01-01"), LocalDate.parse("2014-12-31")),
                        LocalDate.parse("2024-08-02")));
        assertThat(migrants.source().absenceIsZero()).isFalse();
    }

    @Test
    void anEmptyListIsBelievedInTheJanuaryOfItsYearOnly() throws Exception {
        byte[] nothing = "[]".getBytes(UTF_8);

        assertThat(read(nothing, 2024, "2024-01-03T06:00:00Z").extents).hasSize(1);
        assertThatThrownBy(() -> read(nothing, 2024, "2024-02-03T06:00:00Z"))
                .isInstanceOf(UnreadableDocumentException.class);
        assertThatThrownBy(() -> read(nothing, 2023, "2024-01-03T06:00:00Z"))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "number_missing, '\"-1\"', number_missing",
        "number_missing, '\"1.5\"', number_missing",
        "number_missing, '\"several\"', number_missing",
        "total_dead_and_missing, 99999999999, value",
        "reported_date, '\"\"', reported_date",
        "reported_date, '\"December 2014\"', reported_date",
        "country_of_incident, '\"Atlantis\"', country_of_incident",
        "web_id, '\"\"', web_id"
    })
    void aRowThatCannotBeIsRefusedWithItsFieldAndItsPlace(String field, String value, String named) throws Exception {
        Gathered read = altered(field, value);

        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("/0", named));
        assertThat(read.record("2014.MMP00259")).isEmpty();
        assertThat(read.record("2014.MMP01262")).hasSize(2);
    }

    private Gathered altered(String field, String value) throws UnreadableDocumentException {
        JsonNode rows = Recorded.tree(own());
        ((ObjectNode) rows.path(0)).set(field, Recorded.tree(value.getBytes(UTF_8)));
        return read(rows.toString().getBytes(UTF_8), 2014, "2024-08-02T06:00:00Z");
    }

    private Gathered read() throws UnreadableDocumentException {
        return read(own(), 2014, "2024-08-02T06:00:00Z");
    }

    private Gathered read(byte[] body, int year, String at) throws UnreadableDocumentException {
        String url = "https://missingmigrants.iom.int/global-figures/" + year + "/json";
        return Gathered.from(migrants, List.of(Recorded.document(body, url, at)));
    }

    private static byte[] own() {
        return Recorded.own("migrants/2014.json");
    }
}
