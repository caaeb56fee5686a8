package org.tocsin.collect.awsd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.Status;

/** Numbers are those of incidents of 1997 to 2025 as the database published them; towns, actors and details are made up. */
final class AwsdCollectorTest {
    private final Collector awsd = new AwsdCollectorFactory(null, null).build();

    @Test
    void anIncidentTellsThoseItKilledWoundedKidnappedAndDetained() throws Exception {
        List<Figure> incident = read().record("2");

        assertThat(incident)
                .extracting(Figure::metric, figure -> Gathered.value(figure).intValue())
                .containsExactly(
                        tuple(Metric.KILLED, 3),
                        tuple(Metric.INJURED, 1),
                        tuple(Metric.ABDUCTED, 0),
                        tuple(Metric.DETAINED, 0));
        Figure killed = incident.get(0);
        assertThat(killed.series().line().population()).isEqualTo(Population.AID_WORKERS);
        assertThat(killed.series().line().cause().code()).isEqualTo("conflict");
        assertThat(killed.series().rolling()).isEqualTo(Rolling.PART);
        assertThat(killed.series().place().country()).isEqualTo("RWA");
        assertThat(killed.series().place().admin1()).hasFieldOrPropertyWithValue("name", "Northern");
        assertThat(killed.series().place().admin2()).hasFieldOrPropertyWithValue("name", "Musanze");
        assertThat(killed.statement().quantity().qualifier()).isEqualTo(Qualifier.EXACT);
        assertThat(killed.provenance().pointer()).isEqualTo("row 4/Total killed");
        assertThat(killed.provenance().link()).hasToString("https://www.aidworkersecurity.org/incidents");
    }

    @Test
    void theNumbersOfTheTableAddUp() throws Exception {
        Gathered read = read();

        assertThat(read.refusals).isEmpty();
        assertThat(read.figures).hasSize(4 * 12);
        assertThat(read.sum(Metric.KILLED)).isEqualTo(13);
        assertThat(read.sum(Metric.INJURED)).isEqualTo(5);
        assertThat(read.sum(Metric.ABDUCTED)).isEqualTo(6);
        assertThat(read.sum(Metric.DETAINED)).isEqualTo(3);
    }

    @Test
    void twoIncidentsOfOneNumberAreBothCounted() throws Exception {
        Gathered read = read();

        assertThat(read.record("4664").get(0).statement().period()).isEqualTo(day("2023-10-09"));
        assertThat(read.record("4664 of 2024-01-23").get(0).statement().period())
                .isEqualTo(day("2024-01-23"));
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
    }

    @Test
    void anIncidentWithoutItsDayOrItsMonthLastsAMonthOrAYear() throws Exception {
        assertThat(read().record("1").get(0).statement().period())
                .isEqualTo(new Period(LocalDate.parse("1997-01-01"), LocalDate.parse("1997-01-31")));
        assertThat(read().record("35").get(0).statement().period())
                .isEqualTo(new Period(LocalDate.parse("1997-01-01"), LocalDate.parse("1997-12-31")));
    }

    @ParameterizedTest
    @CsvSource({"55, XKX", "16, RUS", "214, UNK", "35, UNK", "4220, YEM"})
    void aPlaceWithoutACountryCodeIsFoundByItsNameOrIsUnknown(String incident, String country) throws Exception {
        assertThat(read().record(incident))
                .extracting(figure -> figure.series().place().country())
                .containsOnly(country);
    }

    @Test
    void whatIsNotVerifiedYetIsProvisional() throws Exception {
        assertThat(read().record("4664").get(0).statement().status()).isEqualTo(Status.FINAL);
        assertThat(read().record("2").get(0).statement().status()).isEqualTo(Status.FINAL);
        assertThat(read().record("520").get(0).statement().status()).isEqualTo(Status.PROVISIONAL);
        assertThat(read().record("5180").get(0).statement().status()).isEqualTo(Status.PROVISIONAL);
    }

    @Test
    void whoActedAndWhatIsToldStaysInTheArchive() throws Exception {
        assertThat(read().figures)
                .allSatisfy(figure -> assertThat(figure.toString()).doesNotContain("An actor", "A note", "A town"));
    }

    @Test
    void theTableIsWholeForAllTimeAndReadsTheSameWithoutItsHashtags() throws Exception {
        String table = new String(own(), UTF_8);
        String without = table.replaceFirst("(?m)^#event.*\n", "");

        assertThat(read().extents)
                .containsExactly(new Extent(
                        AwsdCollector.ID,
                        "",
                        new Period(LocalDate.parse("1997-01-01"), LocalDate.parse("2025-12-31")),
                        LocalDate.parse("2025-08-26")));
        assertThat(without).isNotEqualTo(table);
        assertThat(read(without).sum(Metric.KILLED)).isEqualTo(13);
        assertThat(read(without).extents).hasSize(1);
    }

    @Test
    void aNumberThatIsNotThereIsNotZero() throws Exception {
        Gathered read = read(altered("2,1997,1,,RW", "3,1,0,0,4,3,1,0,Shooting", ",1,0,0,4,3,1,0,Shooting"));

        assertThat(read.record("2"))
                .extracting(Figure::metric)
                .containsExactly(Metric.INJURED, Metric.ABDUCTED, Metric.DETAINED);
        assertThat(read.refusals).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,1997,1,,RW|2,1997,13,,RW|Day",
                "2,1997,1,,RW|2,1997,2,30,RW|Day",
                "2,1997,1,,RW|2,,1,,RW|Year",
                "2,1997,1,,RW|2,1997000000000,1,,RW|Year",
                "2,1997,1,,RW|2,997,1,,RW|period",
                "2,1997,1,,RW,Rwanda|2,1997,1,,Q7,Atlantis|Country",
                "2,1997,1,,RW|,1997,1,,RW|Incident ID"
            })
    void anIncidentThatCannotBeIsRefusedWithItsColumnAndItsRow(String what, String instead, String named)
            throws Exception {
        Gathered read = read(altered(what, what, instead));

        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("row 4", named));
        assertThat(read.record("2")).isEmpty();
        assertThat(read.record("1")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 150})
    void aTableThatBreaksOffInItsLastRowIsNotRead(int missing) {
        String table = new String(own(), UTF_8);

        assertThatThrownBy(() -> read(table.substring(0, table.length() - missing)))
                .as(table.substring(table.length() - missing))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void aTableWithoutIncidentsIsNotBelieved() {
        assertThatThrownBy(
                        () -> read(new String(own(), UTF_8).lines().findFirst().orElseThrow() + "\n"))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    private static String altered(String near, String what, String instead) {
        String table = new String(own(), UTF_8);
        int at = table.indexOf("\n" + near) + 1;
        int place = table.indexOf(what, at);
        return table.substring(0, place) + instead + table.substring(place + what.length());
    }

    private Gathered read() throws UnreadableDocumentException {
        return read(new String(own(), UTF_8));
    }

    private Gathered read(String table) throws UnreadableDocumentException {
        return Gathered.from(
                awsd,
                List.of(Recorded.document(
                        table.getBytes(UTF_8),
                        "https://www.aidworkersecurity.org/incidents/search?format=csv",
                        "2025-08-26T06:00:00Z")));
    }

    private static byte[] own() {
        return Recorded.own("awsd/incidents.csv");
    }

    private static Period day(String day) {
        return Period.day(LocalDate.parse(day));
    }
}
