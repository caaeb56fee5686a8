package org.tocsin.collect.fts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Archive;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Document;
import org.tocsin.collect.Extent;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceRecord;
import org.tocsin.http.FetchRequest;

final class FtsCollectorTest {
    private static final String URL = "https://api.hpc.tools/v2/fts/flow/plan/overview/progress/2022";

    private final Collector fts = new FtsCollectorFactory(null, null, null).build();

    @Test
    void whatAPlanAsksForAndGotIsAStatementAsOfTheDayItWasFetched() throws Exception {
        Gathered read = read(Recorded.own("fts/plans-2022.json"));

        assertThat(read.record("1102"))
                .extracting(
                        figure -> figure.metric(),
                        figure -> figure.statement().quantity().value())
                .containsExactly(
                        tuple(Metric.FUNDING_REQUIRED, new BigDecimal("4292463880")),
                        tuple(Metric.FUNDING_RECEIVED, new BigDecimal("3108344505")),
                        tuple(Metric.PEOPLE_IN_NEED, new BigDecimal("17700000")),
                        tuple(Metric.PEOPLE_TARGETED, new BigDecimal("11500000")));
        assertThat(read.record("1102")).allSatisfy(figure -> {
            assertThat(figure.statement().period()).isEqualTo(Period.day(LocalDate.parse("2022-09-29")));
            assertThat(figure.record())
                    .isEqualTo(SourceRecord.overwritten("1102", figure.metric().code()));
            assertThat(figure.series().line().appeal()).isEqualTo("FUKR22");
            assertThat(figure.series().place().country()).isEqualTo("UKR");
        });
        assertThat(read.extents)
                .containsExactly(new Extent(
                        FtsCollector.ID,
                        "year:2022",
                        Period.day(LocalDate.parse("2022-09-29")),
                        LocalDate.parse("2022-09-29")));
    }

    @Test
    void anAppealIsToldWithItsDaysItsCountriesAndAPageToOpen() throws Exception {
        assertThat(read(Recorded.own("fts/plans-2022.json")).appeals)
                .contains(new Appeal(
                        "FUKR22",
                        "Ukraine Flash Appeal 2022",
                        "Flash appeal",
                        Set.of("UKR"),
                        new Period(LocalDate.parse("2022-03-01"), LocalDate.parse("2022-12-31")),
                        null,
                        URI.create("https://fts.unocha.org/plans/1102/summary")));
    }

    @Test
    void aSupersededPlanAsksForNothingAndWhatIsBlankIsUnknown() throws Exception {
        assertThat(read(Recorded.own("fts/plans-2022.json")).record("1081"))
                .extracting(
                        figure -> figure.metric(),
                        figure -> figure.statement().quantity().value())
                .containsExactly(tuple(Metric.FUNDING_REQUIRED, BigDecimal.ZERO));
    }

    @Test
    void unknownAndNeverStatedRequirementsAreNotZero() throws Exception {
        Gathered read = read(Recorded.own("fts/plans-2022.json"));

        assertThat(read.record("2006")).extracting(figure -> figure.metric()).containsExactly(Metric.FUNDING_RECEIVED);
        assertThat(read.record("2007")).extracting(figure -> figure.metric()).containsExactly(Metric.FUNDING_RECEIVED);
        assertThat(read.record("1072")).extracting(figure -> figure.metric()).containsExactly(Metric.FUNDING_REQUIRED);
    }

    @Test
    void whatMustNotBeAddedUpSaysWhy() throws Exception {
        assertThat(read(Recorded.own("fts/plans-2022.json")).appeals)
                .filteredOn(appeal -> !appeal.code().contains("/"))
                .extracting(Appeal::code, Appeal::listedBecause)
                .containsExactly(
                        tuple("HPSE22", null),
                        tuple("HUKR22", "superseded"),
                        tuple("FUKR22", null),
                        tuple("RSYR22", null),
                        tuple("OPHL2122", "not in the totals of its source"),
                        tuple("OGLBL22", "overlay GLBL"),
                        tuple("plan-2007", null));
    }

    @Test
    void aPlanOfSeveralCountriesBelongsToNoneOfThem() throws Exception {
        Gathered read = read(Recorded.own("fts/plans-2022.json"));

        assertThat(List.of("1072", "2006", "2007"))
                .allSatisfy(plan -> assertThat(read.record(plan))
                        .allSatisfy(figure ->
                                assertThat(figure.series().place().country()).isEqualTo("ZZZ")));
    }

    @ParameterizedTest
    @CsvSource({
        "/startDate, null, /data/plans/0, startDate",
        "/endDate, '\"someday\"', /data/plans/0, endDate",
        "/endDate, '\"2021-01-01\"', /data/plans/0, period",
        "/startDate, '\"0025-01-01\"', /data/plans/0, period",
        "/id, '\"../x\"', /data/plans/0, id",
        "/requirements/revisedRequirements, -5, /data/plans/0/requirements/revisedRequirements, revisedRequirements",
        "/requirements/revisedRequirements, '[]', /data/plans/0, revisedRequirements",
        "/funding/totalFunding, 1e40, /data/plans/0/funding/totalFunding, totalFunding",
        "/funding/totalFunding, true, /data/plans/0/funding/totalFunding, totalFunding",
        "/caseLoads/0/totals/2/value, 3.5, /data/plans/0/caseLoads/0/totals/2/value, value",
        "/countries/0/iso3, '\"PS\"', /data/plans/0/requirements/revisedRequirements, revisedRequirements"
    })
    void aNumberThatCannotBeIsRefusedWithItsFieldAndItsPlace(String field, String value, String at, String named)
            throws Exception {
        JsonNode body = Recorded.tree(Recorded.own("fts/plans-2022.json"));
        int cut = field.lastIndexOf('/');
        ((ObjectNode) body.at("/data/plans/0" + field.substring(0, cut)))
                .set(field.substring(cut + 1), Recorded.tree(value.getBytes(UTF_8)));

        Gathered read = read(body.toString().getBytes(UTF_8));

        assertThat(read.refusals.get(0))
                .extracting(Gathered.Refusal::at, Gathered.Refusal::field)
                .containsExactly(at, named);
        assertThat(read.record("1102")).hasSize(4);
    }

    @Test
    void anErrorInAnOkIsAnError() {
        assertThatThrownBy(() -> read("{\"data\": {\"plans\": []}, \"status\": \"error\"}".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.at()).isEqualTo("/status"));
    }

    @Test
    void itAsksForThisYearAndTheLastOrForAllSinceTheDayGiven() throws Exception {
        Instant now = Instant.parse("2024-01-01T00:10:00Z");

        assertThat(asked(Cursor.first(now))).containsExactly("2023", "2024");
        assertThat(asked(new Cursor(now, Optional.of(LocalDate.parse("2021-06-01")), Optional.empty())))
                .containsExactly("2021", "2022", "2023", "2024");
    }

    @ParameterizedTest
    @CsvSource({
        "fts/plan-overview-progress-2022_full_2022-06-09.json, 2022-06-09",
        "fts/vintages/plan-overview-progress-2022_asof-2022-04-27.json, 2022-04-27",
        "fts/vintages/plan-overview-progress-2022_asof-2022-06-09.json, 2022-06-09",
        "fts/vintages/plan-overview-progress-2022_asof-2022-09-29.json, 2022-09-29",
        "fts/2-fts-flow-plan-overview-progress-2020.json, 2020-12-01"
    })
    void everyRecordedOverviewAddsUpToWhatItsTreeHolds(String file, String day) throws Exception {
        byte[] body = Recorded.answer(file);

        Gathered read = Gathered.from(fts, List.of(Recorded.document(body, URL, day + "T12:00:00Z")));

        JsonNode plans = Recorded.tree(body).at("/data/plans");
        assertThat(read.refusals).isEmpty();
        assertThat(read.appeals)
                .filteredOn(appeal -> !appeal.code().contains("/"))
                .hasSize(plans.size());
        assertThat(read.sum(Metric.FUNDING_REQUIRED)).isEqualTo(sum(plans, "/requirements/revisedRequirements"));
        assertThat(read.sum(Metric.FUNDING_RECEIVED)).isEqualTo(sum(plans, "/funding/totalFunding"));
        assertThat(read.figures(Metric.FUNDING_RECEIVED)).hasSize((int) StreamSupport.stream(plans.spliterator(), false)
                .filter(plan -> plan.at("/funding/totalFunding").isNumber())
                .count());
    }

    @Test
    void aPlanOfManyCaseloadsIsForThePeopleOfTheWholePlanAndNotForAllOfThemAdded() throws Exception {
        byte[] body = Recorded.answer("fts/2-fts-flow-plan-overview-progress-2020.json");

        Gathered read = Gathered.from(fts, List.of(Recorded.document(body, URL, "2020-12-01T12:00:00Z")));

        assertThat(read.record("929"))
                .filteredOn(figure -> figure.metric() == Metric.PEOPLE_IN_NEED)
                .singleElement()
                .satisfies(need -> assertThat(Gathered.value(need)).isEqualByComparingTo("14000000"));
        assertThat(read.appeals)
                .extracting(Appeal::code, Appeal::listedBecause)
                .contains(tuple("HCOVD20", "superseded"), tuple("OGLBL20", "overlay GLBL"), tuple("RSYR20", null));
    }

    private Gathered read(byte[] body) throws UnreadableDocumentException {
        return Gathered.from(fts, List.of(Recorded.document(body, URL, "2022-09-29T08:00:00Z")));
    }

    private List<String> asked(Cursor cursor) throws Exception {
        List<String> years = new java.util.ArrayList<>();
        fts.fetch(cursor, new Archive() {
            @Override
            public Optional<Document> fetch(FetchRequest request) {
                years.add(request.uri()
                        .getPath()
                        .substring(request.uri().getPath().length() - 4));
                return Optional.empty();
            }

            @Override
            public Document fetchWhole(FetchRequest request) {
                throw new AssertionError("nothing has changed, yet asked again for " + request);
            }

            @Override
            public String fetchUnkept(FetchRequest request) {
                throw new AssertionError("asked for what is not kept: " + request);
            }
        });
        return years;
    }

    private static long sum(JsonNode plans, String pointer) {
        return StreamSupport.stream(plans.spliterator(), false)
                .mapToLong(plan -> plan.at(pointer).asLong())
                .sum();
    }
}
