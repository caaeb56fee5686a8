package org.tocsin.collect.acled;

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
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Rolling;
import org.tocsin.figure.Status;

/** Numbers are those of events of May and June 2022 as ACLED published them; actors, places and notes are made up. */
final class AcledCollectorTest {
    private static final String HOST = "https://acleddata.com/api/";
    private static final String DAYS = "event_date=2022-04-24%7C2022-07-05&event_date_where=BETWEEN";

    private final Collector acled = new AcledCollectorFactory(null, null, null, null, null, null).build();

    @Test
    void anEventTellsItsDeadOnceInAllAndOnceByMethod() throws Exception {
        List<Figure> event = both().record("UKR59197");

        assertThat(event)
                .extracting(
                        figure -> figure.record().part(),
                        Figure::metric,
                        figure -> figure.series().line().population(),
                        figure -> figure.series().line().cause().code(),
                        figure -> Gathered.value(figure).intValue())
                .containsExactly(
                        tuple("", Metric.KILLED, Population.ALL, "conflict", 41),
                        tuple("method", Metric.KILLED, Population.ALL, "conflict:ground", 41),
                        tuple("incident", Metric.INCIDENTS, Population.ALL, "conflict", 1));
        Figure killed = event.get(0);
        assertThat(killed.series().line().attribution().basis()).isEqualTo(Basis.REPORTED);
        assertThat(killed.series().rolling()).isEqualTo(Rolling.PART);
        assertThat(killed.series().place().country()).isEqualTo("UKR");
        assertThat(killed.series().place().admin1()).hasFieldOrPropertyWithValue("name", "Donetsk");
        assertThat(killed.series().place().admin2()).hasFieldOrPropertyWithValue("name", "Kramatorskyi");
        assertThat(killed.statement().period()).isEqualTo(Period.day(LocalDate.parse("2022-06-01")));
        assertThat(killed.statement().quantity().qualifier()).isEqualTo(Qualifier.AT_LEAST);
        assertThat(killed.statement().status()).isEqualTo(Status.PROVISIONAL);
        assertThat(killed.provenance().pointer()).isEqualTo("/data/0/fatalities");
        assertThat(killed.provenance().published()).isEqualTo("2022-06-07");
        assertThat(killed.provenance().link()).hasToString("https://acleddata.com/");
    }

    @Test
    void deathsOfAPageAddUpToThoseInItByCountryAndMethod() throws Exception {
        Gathered read = both();

        assertThat(killed(read, Cause.CONFLICT, Population.ALL)).isEqualTo(232);
        assertThat(killed(read, Cause.CONFLICT, Population.CIVILIANS)).isEqualTo(144);
        assertThat(killed(read, new Cause("conflict:ground"), Population.ALL)).isEqualTo(66);
        assertThat(killed(read, new Cause("conflict:shelling"), Population.ALL)).isEqualTo(87);
        assertThat(killed(read, new Cause("conflict:explosive"), Population.ALL))
                .isEqualTo(22);
        assertThat(killed(read, new Cause("conflict:other"), Population.ALL)).isEqualTo(57);
        assertThat(read.figures(Metric.INCIDENTS)).hasSize(8);
        assertThat(read.figures).hasSize(11 * 2 + 3 + 8);
        assertThat(read.refusals).isEmpty();
    }

    @Test
    void civiliansAreThoseOfEventsAimedAtThem() throws Exception {
        assertThat(both().figures)
                .filteredOn(figure -> figure.series().line().population() == Population.CIVILIANS)
                .extracting(
                        figure -> figure.record().id(),
                        figure -> Gathered.value(figure).intValue())
                .containsExactly(tuple("UKR58019", 87), tuple("MLI6871", 57), tuple("MMR36351", 0));
    }

    @Test
    void protestsAndAgreementsAreNoIncidentsOfConflict() throws Exception {
        assertThat(both().figures(Metric.INCIDENTS))
                .extracting(figure -> figure.record().id())
                .doesNotContain("PSE15540", "SUD17651", "UKR61762")
                .contains("UKR62354", "MMR36351");
    }

    @ParameterizedTest
    @CsvSource({
        "Battles, Armed clash, conflict:ground",
        "Battles, Something new, conflict:ground",
        "Explosions/Remote violence, Air/drone strike, conflict:airstrike",
        "Explosions/Remote violence, Grenade, conflict:explosive",
        "Explosions/Remote violence, Suicide bomb, conflict:explosive",
        "Explosions/Remote violence, Chemical weapon, conflict:remote",
        "Violence against civilians, Attack, conflict:other",
        "Riots, Mob violence, conflict:other",
        "Something new, Something new, conflict:other"
    })
    void eachKindOfEventHasItsMethod(String type, String subType, String cause) {
        assertThat(Means.of(type, subType).code()).isEqualTo(cause);
    }

    @Test
    void anEventDatedToAWeekOrAMonthIsNotLumpedOnItsDay() throws Exception {
        assertThat(both().record("MMR35355").get(0).statement().period())
                .isEqualTo(new Period(LocalDate.parse("2022-06-06"), LocalDate.parse("2022-06-12")));
        assertThat(both().record("SUD17432").get(0).statement().period())
                .isEqualTo(new Period(LocalDate.parse("2022-06-01"), LocalDate.parse("2022-06-30")));
        assertThat(both().record("SUD17432").get(0).series().place().level()).isEqualTo(1);
    }

    @Test
    void whoActedAndWhatWasWrittenStaysInTheArchive() throws Exception {
        assertThat(both().figures)
                .allSatisfy(figure ->
                        assertThat(figure.toString()).doesNotContain("Side one", "A paper", "A note", "A town", "2.5"));
    }

    @Test
    void aWalkIsWholeFromItsFirstWholeMonthToTheFridayBeforeItsRelease() throws Exception {
        assertThat(both().extents)
                .containsExactly(new Extent(
                        AcledCollector.ID,
                        "",
                        new Period(LocalDate.parse("2022-05-01"), LocalDate.parse("2022-07-01")),
                        LocalDate.parse("2022-07-06")));
    }

    @Test
    void aReleaseThatIsLateMovesTheEndOfWhatIsWhole() throws Exception {
        byte[] late = new String(own("events-page2.json"), UTF_8)
                .replace("\"last_update\": 11", "\"last_update\": 170")
                .getBytes(UTF_8);

        assertThat(read(document(late, DAYS + "&limit=6&page=2"))
                        .extents
                        .get(0)
                        .span()
                        .end())
                .isEqualTo("2022-06-24");
    }

    @Test
    void aWalkOfSomeCountriesIsWholeForTheseAlone() throws Exception {
        String countries = DAYS + "&country=Sudan%7CDemocratic+Republic+of+Congo";

        assertThat(read(document(own("events-page2.json"), countries + "&limit=6&page=2"))
                        .extents
                        .get(0)
                        .filter())
                .isEqualTo("country:COD,SDN");
    }

    @Test
    void aFullPageOrAWalkOfChangesIsWholeForNothing() throws Exception {
        assertThat(read(document(own("events-page1.json"), DAYS + "&limit=6&page=1")).extents)
                .isEmpty();
        assertThat(read(document(own("changed.json"), "timestamp=1659312000&timestamp_where=%3E%3D&limit=6&page=1"))
                        .extents)
                .isEmpty();
    }

    @Test
    void aChangedEventIsTheSameRecordWithAnotherNumber() throws Exception {
        Gathered changed = read(document(own("changed.json"), "timestamp=1659312000&limit=6&page=1"));

        assertThat(changed.record("UKR62354"))
                .extracting(figure -> Gathered.value(figure).intValue())
                .startsWith(3);
        assertThat(both().record("UKR62354"))
                .extracting(figure -> Gathered.value(figure).intValue())
                .startsWith(0);
    }

    @Test
    void aDeletedEventIsTakenBack() throws Exception {
        Gathered read = read(Recorded.document(
                own("deleted.json"),
                HOST + "deleted/read?_format=json&deleted_timestamp=1659200000&limit=0",
                "2022-08-02T06:00:00Z"));

        assertThat(read.withdrawn).containsExactly("PSE15540", "SUD17651");
        assertThat(read.figures).isEmpty();
        assertThat(read.extents).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fatalities, '\"\"', fatalities",
        "fatalities, '\"-2\"', fatalities",
        "fatalities, '\"some\"', fatalities",
        "fatalities, 99999999999, value",
        "event_date, '\"01 June 2022\"', event_date",
        "event_date, '\"0022-06-01\"', period",
        "time_precision, '\"4\"', time_precision",
        "timestamp, 99999999999999999999, timestamp",
        "event_type, '\"\"', event_type",
        "event_id_cnty, null, event_id_cnty"
    })
    void anEventThatCannotBeIsRefusedWithItsFieldAndItsPlace(String field, String value, String named)
            throws Exception {
        Gathered read = altered(field, value);

        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("/data/0", named));
        assertThat(read.record("UKR59197")).isEmpty();
        assertThat(read.record("UKR62354")).isNotEmpty();
    }

    @Test
    void aCountryThatNobodyKnowsIsRefusedByName() throws Exception {
        JsonNode body = Recorded.tree(own("events-page1.json"));
        ((ObjectNode) body.at("/data/0")).put("iso", "0").put("country", "Atlantis");

        Gathered read = read(document(body.toString().getBytes(UTF_8), DAYS + "&limit=6&page=1"));

        assertThat(read.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo("country");
            assertThat(refusal.why()).contains("Atlantis");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "\"status\": 200, \"status\": 403",
        "\"success\": true, \"success\": false",
        "\"count\": 6, \"count\": 7"
    })
    void anAnswerThatSaysItIsNoneIsNotRead(String what, String instead) {
        byte[] body = new String(own("events-page1.json"), UTF_8)
                .replaceFirst(what, instead)
                .getBytes(UTF_8);

        assertThatThrownBy(() -> read(document(body, DAYS + "&limit=6&page=1")))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    private Gathered altered(String field, String value) throws UnreadableDocumentException {
        JsonNode body = Recorded.tree(own("events-page1.json"));
        ((ObjectNode) body.at("/data/0")).set(field, Recorded.tree(value.getBytes(UTF_8)));
        return read(document(body.toString().getBytes(UTF_8), DAYS + "&limit=6&page=1"));
    }

    private Gathered both() throws UnreadableDocumentException {
        return read(
                document(own("events-page1.json"), DAYS + "&limit=6&page=1"),
                document(own("events-page2.json"), DAYS + "&limit=6&page=2"));
    }

    private Gathered read(Document... documents) throws UnreadableDocumentException {
        return Gathered.from(acled, List.of(documents));
    }

    private static byte[] own(String name) {
        return Recorded.own("acled/" + name);
    }

    private static Document document(byte[] body, String query) {
        return Recorded.document(body, HOST + "acled/read?_format=json&" + query, "2022-07-06T06:00:00Z");
    }

    private static long killed(Gathered read, Cause cause, Population population) {
        return read.figures(Metric.KILLED).stream()
                .filter(figure -> figure.series().line().cause().equals(cause)
                        && figure.series().line().population() == population)
                .mapToLong(figure -> Gathered.value(figure).longValueExact())
                .sum();
    }
}
