package org.tocsin.collect.odp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
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

/** Real numbers of UNHCR's Operational Data Portal of 2021 and 2024 (CC BY, UNHCR Operational Data Portal); the series of days is made up. */
final class OdpCollectorTest {
    private static final String ORIGINS = "/population/get/origin?geo_id=259&population_collection=4,29";
    private static final String GROUPS = "/population/?geo_id=693&population_group=5407,4999";
    private static final String NOW = "2024-07-04T06:00:00Z";

    static final Situation UKRAINE = new Situation(283575, 54, "5478", "arrivals", null, "UKR");

    private final Collector odp =
            new OdpCollectorFactory(null, null, List.of("SSD"), null, Map.of(), List.of(UKRAINE)).build();

    @Test
    void refugeesOfOneOriginAreAStockAsOfTheDayThePortalGives() throws Exception {
        byte[] body = own("origins-ssd.json");

        assertThat(read(body, ORIGINS).record("259/COD"))
                .containsExactly(new Figure(
                        new SeriesKey(
                                Line.of(
                                        Attribution.of(OdpCollector.ID, Basis.REPORTED),
                                        Measure.of(Metric.REFUGEES),
                                        Population.ALL,
                                        Cause.ALL),
                                Place.country("SSD"),
                                "COD",
                                Rolling.TOTAL),
                        SourceRecord.overwritten("259/COD", "refugees"),
                        new Statement(
                                Period.day(LocalDate.parse("2024-05-31")),
                                Quantity.exact(13533),
                                Status.PROVISIONAL,
                                Event.NONE),
                        new Provenance(
                                URI.create("https://data.unhcr.org/en/country/ssd"),
                                null,
                                Recorded.document(body, "https://example.org", NOW)
                                        .sha256(),
                                "/data/1/individuals")));
    }

    @Test
    void newArrivalsAreARunningTotalAndNoStockOfRefugees() throws Exception {
        assertThat(read(own("origins-ssd.json"), ORIGINS).figures(Metric.ARRIVALS))
                .singleElement()
                .satisfies(arrived -> {
                    assertThat(arrived.series().line().measure().kind()).isEqualTo(Kind.CUMULATIVE);
                    assertThat(arrived.series().origin()).isEqualTo("SDN");
                    assertThat(Gathered.value(arrived)).isEqualByComparingTo("762283");
                    assertThat(arrived.statement().period()).isEqualTo(Period.day(LocalDate.parse("2024-06-30")));
                });
    }

    @Test
    void unhcrsOwnCodesOfCountriesAreTurnedIntoIsoCodes() throws Exception {
        assertThat(read(own("origins-ssd.json"), ORIGINS).figures)
                .extracting(
                        figure -> figure.record().id(),
                        figure -> figure.series().origin())
                .containsExactly(
                        tuple("259/SUD", "SDN"),
                        tuple("259/COD", "COD"),
                        tuple("259/VAR", Place.SEVERAL),
                        tuple("259/ERT", "ERI"),
                        tuple("259/CAR", "CAF"),
                        tuple("259/OTH", "UNK"));
    }

    @Test
    void aNameTellsArrivalsOnlyWhereItIsTheOnlyOne() throws Exception {
        JsonNode page = Recorded.tree(own("origins-ssd.json"));
        ObjectNode one = (ObjectNode) page.at("/data/1");
        one.put("population_groups", "Newly arrived from DR Congo (cumulative)");
        ObjectNode several = (ObjectNode) page.at("/data/3");
        several.put("population_groups", "Refugees - Newly Arrival 2024, Registered refugees");

        Gathered read = read(page.toString().getBytes(UTF_8), ORIGINS);

        assertThat(read.record("259/COD").get(0).metric()).isEqualTo(Metric.ARRIVALS);
        assertThat(read.record("259/ERT").get(0).metric()).isEqualTo(Metric.ASYLUM_SEEKERS);
    }

    @Test
    void aNullIsNoFigureNeitherInARowNorInARowOfNulls() throws Exception {
        assertThat(read(own("origins-uga.json"), ORIGINS).figures)
                .extracting(figure -> figure.record().id(), Gathered::value)
                .containsExactly(tuple("220/SSD", new java.math.BigDecimal("948191")));
        Gathered none = read(own("groups-none.json"), GROUPS);
        assertThat(none.figures).isEmpty();
        assertThat(none.refusals).isEmpty();
        assertThat(none.extents).hasSize(1);
    }

    @Test
    void displacedPeopleOfACountryComeAsOneNumberFromNowhereElse() throws Exception {
        assertThat(read(own("groups-mmr.json"), GROUPS).figures).singleElement().satisfies(displaced -> {
            assertThat(displaced.metric()).isEqualTo(Metric.IDPS);
            assertThat(displaced.series().place()).isEqualTo(Place.country("MMR"));
            assertThat(displaced.series().origin()).isNull();
            assertThat(Gathered.value(displaced)).isEqualByComparingTo("671011");
        });
    }

    @Test
    void everyDayOfASituationIsARecordSoThatAnEarlierOneCanBeCorrected() throws Exception {
        Gathered read = read(own("series-ukr.json"), OdpQuestions.SERIES + "?" + UKRAINE.query());

        assertThat(read.figures)
                .extracting(
                        figure -> figure.record(),
                        figure -> figure.statement().period().end(),
                        figure -> Gathered.value(figure).longValueExact())
                .containsExactly(
                        tuple(SourceRecord.of("54/5478/2022-04-10"), LocalDate.parse("2022-04-10"), 4_503_954L),
                        tuple(SourceRecord.of("54/5478/2022-04-11"), LocalDate.parse("2022-04-11"), 4_615_830L),
                        tuple(SourceRecord.of("54/5478/2022-04-13"), LocalDate.parse("2022-04-13"), 4_736_471L));
        assertThat(read.figures).allSatisfy(figure -> {
            assertThat(figure.series().place()).isEqualTo(Place.country(Place.SEVERAL));
            assertThat(figure.series().line().category()).isEqualTo("situation view 54");
            assertThat(figure.series().line().measure().kind()).isEqualTo(Kind.CUMULATIVE);
        });
    }

    @Test
    void aSeriesThatNoSettingExplainsIsNotRead() {
        assertThatThrownBy(() -> read(own("series-ukr.json"), OdpQuestions.SERIES + "?sv_id=5&population_group=5478"))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "individuals, '\"-3\"', individuals",
        "individuals, '\"13,533\"', individuals",
        "date, null, date",
        "date, '\"31.05.2024\"', date",
        "pop_origin_code, '\"SSD\"', pop_origin_code",
        "pop_type_code, '\"RMG\"', pop_type_code",
        "pop_type_code, null, pop_type_code"
    })
    void aRowThatCannotBeIsRefusedWithItsFieldAndItsPlace(String field, String value, String named) throws Exception {
        JsonNode page = Recorded.tree(own("origins-ssd.json"));
        ((ObjectNode) page.at("/data/1")).set(field, Recorded.tree(value.getBytes(UTF_8)));

        Gathered read = read(page.toString().getBytes(UTF_8), ORIGINS);

        assertThat(read.refusals)
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(tuple("/data/1", named));
        assertThat(read.record("259/VAR")).hasSize(1);
    }

    @Test
    void aCountryAndAnOriginThatNobodyKnowsAreRefused() throws Exception {
        JsonNode page = Recorded.tree(own("origins-ssd.json"));
        ((ObjectNode) page.at("/data/0")).put("geomaster_id", 999_999).put("geomaster_name", "Ruritania");
        ((ObjectNode) page.at("/data/1")).put("pop_origin_code", "RUR").put("pop_origin_name", "Ruritania");

        assertThat(read(page.toString().getBytes(UTF_8), ORIGINS).refusals)
                .extracting(Gathered.Refusal::field)
                .containsExactly("geomaster_id", "pop_origin_code");
    }

    @Test
    void thePeopleOfOneOriginToldTwiceAreRefusedAndNotCountedTwice() throws Exception {
        JsonNode page = Recorded.tree(own("origins-ssd.json"));
        ((ArrayNode) page.path("data")).add(page.at("/data/1"));

        Gathered read = read(page.toString().getBytes(UTF_8), ORIGINS);

        assertThat(read.record("259/COD")).hasSize(1);
        assertThat(read.refusals).extracting(Gathered.Refusal::at).containsExactly("/data/6");
    }

    @Test
    void whatThePortalDoesNotKnowStopsTheStart() {
        assertThatThrownBy(() -> new OdpCollectorFactory(null, null, List.of("PSE"), null, null, null))
                .hasMessageContaining("'PSE'");
        assertThatThrownBy(() -> new Situation(1, 2, "3; drop", "arrivals", null, "UKR"))
                .hasMessageContaining("3; drop");
        assertThatThrownBy(() -> new Situation(1, 2, "3", "killed", null, "UKR"))
                .hasMessageContaining("killed");
    }

    private static byte[] own(String name) {
        return Recorded.own("odp/" + name);
    }

    private Gathered read(byte[] body, String address) throws UnreadableDocumentException {
        return Gathered.from(odp, List.of(Recorded.document(body, "https://example.org" + address, NOW)));
    }
}
