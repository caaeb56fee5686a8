package org.tocsin.collect.insecurity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Rolling;

/** Numbers of aid workers are those of events of 2023 and 2024 as Insecurity Insight published them; names and notes are made up. */
final class InsecurityCollectorTest {
    private final Collector insecurity = new InsecurityCollectorFactory(null, null, null, null, null).build();

    @Test
    void anEventTellsTheAidWorkersKilledInjuredKidnappedAndArrested() throws Exception {
        List<Figure> event = read(aid()).record("40323");

        assertThat(event)
                .extracting(
                        Figure::metric,
                        figure -> Gathered.value(figure).intValue(),
                        figure -> figure.record().part())
                .containsExactly(
                        tuple(Metric.KILLED, 0, "aid_workers killed"),
                        tuple(Metric.INJURED, 18, "aid_workers injured"),
                        tuple(Metric.ABDUCTED, 0, "aid_workers abducted"),
                        tuple(Metric.DETAINED, 1, "aid_workers detained"));
        Figure injured = event.get(1);
        assertThat(injured.series().line().population()).isEqualTo(Population.AID_WORKERS);
        assertThat(injured.series().line().cause().code()).isEqualTo("conflict");
        assertThat(injured.series().rolling()).isEqualTo(Rolling.PART);
        assertThat(injured.series().place().country()).isEqualTo("SDN");
        assertThat(injured.series().place().admin1()).hasFieldOrPropertyWithValue("name", "Khartoum State");
        assertThat(injured.series().place().level()).isEqualTo(1);
        assertThat(injured.statement().period()).isEqualTo(Period.day(LocalDate.parse("2023-07-20")));
        assertThat(injured.provenance().pointer()).isEqualTo("/1/Aid Workers Injured");
    }

    @Test
    void theNumbersOfATheme() throws Exception {
        Gathered read = read(aid());

        assertThat(read.refusals).isEmpty();
        assertThat(read.sum(Metric.KILLED)).isEqualTo(9);
        assertThat(read.sum(Metric.INJURED)).isEqualTo(18);
        assertThat(read.sum(Metric.ABDUCTED)).isEqualTo(15);
        assertThat(read.sum(Metric.DETAINED)).isEqualTo(22);
    }

    @Test
    void anEventOfTwoThemesIsOneRecordOfTwoGroupsOfPeople() throws Exception {
        Gathered read = read(aid(), health());

        assertThat(read.record("43668"))
                .filteredOn(figure -> figure.metric() == Metric.KILLED)
                .extracting(
                        figure -> figure.series().line().population(),
                        figure -> Gathered.value(figure).intValue())
                .containsExactly(tuple(Population.AID_WORKERS, 7), tuple(Population.HEALTH_WORKERS, 1));
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
    }

    @Test
    void aDayWithATimeIsThatDayAndANumberThatIsNotThereIsNotZero() throws Exception {
        List<Figure> event = read(health()).record("39038");

        assertThat(event)
                .extracting(Figure::metric)
                .doesNotContain(Metric.INJURED)
                .hasSize(3);
        assertThat(event.get(0).statement().period()).isEqualTo(Period.day(LocalDate.parse("2023-04-30")));
    }

    @Test
    void anEventWithoutItsProvinceIsTheCountrys() throws Exception {
        assertThat(read(aid()).record("43675").get(0).series().place().level()).isZero();
        assertThat(read(health()).record("38664").get(0).series().place().level())
                .isZero();
    }

    @Test
    void whoDidItToWhomAndWhatIsToldStaysInTheArchive() throws Exception {
        assertThat(read(aid(), health()).figures)
                .allSatisfy(figure -> assertThat(figure.toString())
                        .doesNotContain("A party", "An organisation", "A note", "A facility", "2.5"));
    }

    @Test
    void aThemeSaysThatItWasSeenAndTakesNothingBack() throws Exception {
        LocalDate today = LocalDate.parse("2024-03-19");

        assertThat(read(aid()).extents)
                .containsExactly(new Extent(InsecurityCollector.ID, "seen", Period.day(today), today));
        assertThat(insecurity.source().absenceIsZero()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Aid Workers Killed, '\"-1\"', Aid Workers Killed",
        "Aid Workers Killed, '\"seven\"', Aid Workers Killed",
        "Aid Workers Killed, 99999999999, value",
        "Date, null, Date",
        "Date, '\"January 2024\"', Date",
        "SiND Event ID, null, SiND Event ID"
    })
    void anEventThatCannotBeIsRefusedWithItsFieldAndItsPlace(String field, String value, String named)
            throws Exception {
        JsonNode rows = Recorded.tree(Recorded.own("insecurity/aidWorkerKIKA.json"));
        ((ObjectNode) rows.path(0)).set(field, Recorded.tree(value.getBytes(UTF_8)));

        Gathered read = read(theme("aidWorkerKIKA", rows.toString().getBytes(UTF_8)));

        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("/0", named));
        assertThat(read.record("43668")).isEmpty();
        assertThat(read.record("40323")).hasSize(4);
    }

    @Test
    void aCountryIsFoundByItsNameAndOneThatNobodyKnowsIsRefused() throws Exception {
        JsonNode rows = Recorded.tree(Recorded.own("insecurity/aidWorkerKIKA.json"));
        ((ObjectNode) rows.path(0)).putNull("Country ISO").put("Country", "Atlantis");
        ((ObjectNode) rows.path(2)).putNull("Country ISO");

        Gathered read = read(theme("aidWorkerKIKA", rows.toString().getBytes(UTF_8)));

        assertThat(read.refusals).extracting(Gathered.Refusal::field).containsExactly("Country ISO");
        assertThat(read.record("42816").get(0).series().place().country()).isEqualTo("COD");
    }

    @Test
    void aRowOfAnotherThemeIsRefusedAndAnEmptyThemeIsNotBelieved() throws Exception {
        assertThat(read(theme("healthcare", Recorded.own("insecurity/aidWorkerKIKA.json"))).refusals)
                .hasSize(6);
        assertThatThrownBy(() -> read(theme("healthcare", "[]".getBytes(UTF_8))))
                .isInstanceOf(UnreadableDocumentException.class);
        assertThatThrownBy(() -> read(theme("protection", Recorded.own("insecurity/aidWorkerKIKA.json"))))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("'protection'");
    }

    @Test
    void withoutAnAddressTheSourceLacksIt() {
        assertThat(new InsecurityCollectorFactory(URI.create(""), null, "s3cr3t", null, null).lacking())
                .contains("baseUrl");
        InsecurityCollectorFactory whole =
                new InsecurityCollectorFactory(URI.create("https://example.org/api"), null, "s3cr3t", null, null);
        assertThat(whole.lacking()).isEmpty();
        assertThat(whole.toString()).doesNotContain("s3cr3t");
    }

    private Gathered read(Document... documents) throws UnreadableDocumentException {
        return Gathered.from(insecurity, List.of(documents));
    }

    private static Document aid() {
        return theme("aidWorkerKIKA", Recorded.own("insecurity/aidWorkerKIKA.json"));
    }

    private static Document health() {
        return theme("healthcare", Recorded.own("insecurity/healthcare.json"));
    }

    private static Document theme(String name, byte[] body) {
        return Recorded.document(body, "https://example.org/api/" + name, "2024-03-19T06:00:00Z");
    }
}
