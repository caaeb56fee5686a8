package org.tocsin.collect.reliefweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.collect.Extent;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
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

/** The numbers of the fixture: ReliefWeb's key figures of Afghanistan in 2022 and 2023. */
final class CrisisFiguresCollectorTest {
    private static final String URL = "https://example.org/countries/AFG/figures.json";

    @Test
    void aValueIsAStatementOfItsSourceThatLeadsBackToItsPlace() throws Exception {
        Gathered read = read(Recorded.own("reliefweb/AFG.json"));
        LocalDate day = LocalDate.parse("2023-02-01");

        assertThat(read.figures.get(1))
                .isEqualTo(new Figure(
                        SeriesKey.total(
                                Line.of(
                                        new Attribution(CrisisFiguresCollector.ID, "UNHCR", Basis.REPORTED),
                                        Measure.of(Metric.IDPS, Kind.STOCK),
                                        Population.ALL,
                                        Cause.CONFLICT),
                                Place.country("AFG")),
                        SourceRecord.of("AFG/Estimated IDPs by Conflict/2023-02-01"),
                        Statement.of(Period.day(day), Quantity.exact(3_400_000)),
                        new Provenance(
                                URI.create("https://reliefweb.int/node/3930678/"),
                                null,
                                read.figures.get(1).provenance().document(),
                                "/0/values/1/value")));
        assertThat(read.extents)
                .containsExactly(new Extent(
                        CrisisFiguresCollector.ID,
                        "seen:AFG",
                        Period.day(LocalDate.parse("2023-06-01")),
                        LocalDate.parse("2023-06-01")));
        assertThat(read.refusals).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "New Displacements by Conflict & Violence (per year), new_displacements, 2022-01-01, 2022-12-31",
        "Returnees from Pakistan (per year), returns, 2023-01-01, 2023-03-15",
        "Humanitarian Access Incidents (per month), incidents, 2023-04-01, 2023-04-30"
    })
    void aCountThatBeginsAnewIsCumulativeSinceItBegan(String name, String metric, String start, String end)
            throws Exception {
        assertThat(read(Recorded.own("reliefweb/AFG.json")).figures)
                .filteredOn(figure -> figure.record().id().startsWith("AFG/" + name))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.series().line().measure())
                            .isEqualTo(Measure.of(Metric.of(metric), Kind.CUMULATIVE));
                    assertThat(figure.statement().period())
                            .isEqualTo(new Period(LocalDate.parse(start), LocalDate.parse(end)));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "UKR, Civilians Killed since 24 Feb 2022, killed UKR - civilians 2022-02-24",
        "PSE, Hostilities in the Gaza Strip & Israel: Israelis and Foreign Nationals Killed, killed ISR - all 2023-10-07",
        "SDN, Clashes between SAF & RSF: Arrivals in CAR, arrivals CAF SDN all 2023-04-15",
        "COD, S. Sudanese Refugees & Asylum-Seekers in DRC, refugees COD SSD all 2024-01-31",
        "COD, DRC Refugees in Republic of Congo, refugees COG COD all 2024-01-31",
        "COD, DRC Refugees & Asylum-Seekers, refugees ZZZ COD all 2024-01-31",
        "SYR, Registered Syrian Refugees in the Region, refugees ZZZ SYR all 2024-01-31",
        "MLI, Refugees & Asylum Seekers in Mali, refugees MLI - all 2024-01-31",
        "COD, Chidren in Need, people_in_need COD - children 2024-01-31",
        "SOM, Internally Displaced due to Drought (per month), new_displacements SOM - all 2024-01-01"
    })
    void aNameSaysWhatIsCountedWhomWhereAndSinceWhen(String country, String name, String meaning) {
        assertThat(FigureNames.shipped().find(name, country))
                .map(found -> String.join(
                        " ",
                        found.measure().metric().code(),
                        found.where().place(),
                        found.where().origin() == null ? "-" : found.where().origin(),
                        found.about().population().code(),
                        found.since()
                                .until(LocalDate.parse("2024-01-31"))
                                .start()
                                .toString()))
                .contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Non-Functional Schools",
                "People Received WFP Food Assistance (per month)",
                "Hostilities in the Gaza Strip & Israel: Humanitarian Truckloads Entered Gaza (per day)",
                "Biometrically Registered Refugees in DRC",
                "Non-Syrian Refugees in Iraq",
                "IDPs in Kachin & Northern Shan States",
                "Clashes between SAF & RSF: Self-relocated Refugees in Sudan"
            })
    void whatIsNotCountedHereOrOnlyAPartIsPassedOver(String name) {
        assertThat(FigureNames.shipped().find(name, "COD")).isEmpty();
    }

    @Test
    void aNameThatIsNotKnownIsToldOnceAndIsNoFault() throws Exception {
        Gathered read = read("[{\"name\": \"Schools\", \"values\": [{\"value\": \"1\"}, {\"value\": \"2\"}]}]");

        assertThat(read.refusals)
                .containsExactly(new Gathered.Refusal("/0/name", "name", "is nothing that is counted here: 'Schools'"));
        assertThat(read.extents).hasSize(1);
    }

    @Test
    void ofTwoValuesOfOneDayTheNewerOneCounts() throws Exception {
        Gathered read = read("[{\"name\": \"IDPs\", \"values\": [{\"value\": \"5\", \"date\": \"2023-01-01\"},"
                + " {\"value\": \"4\", \"date\": \"2023-01-01T12:00:00Z\"}, {\"value\": \"\", \"date\": \"2022-01-01\"},"
                + " {\"value\": \"-3\", \"date\": \"2021-01-01\"}]}]");

        assertThat(read.sum(Metric.IDPS)).isEqualTo(5);
        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/0/values/1/value", "date"),
                        org.assertj.core.groups.Tuple.tuple("/0/values/2/value", "value"),
                        org.assertj.core.groups.Tuple.tuple("/0/values/3/value", "value"));
    }

    private static Gathered read(String body) throws Exception {
        return read(body.getBytes(UTF_8));
    }

    private static Gathered read(byte[] body) throws Exception {
        return Gathered.from(
                new CrisisFiguresCollectorFactory(null, null, null).build(),
                List.of(Recorded.document(body, URL, "2023-06-01T06:00:00Z")));
    }
}
