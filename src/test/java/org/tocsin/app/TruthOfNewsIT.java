package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.crisis.CrisisId;
import org.tocsin.crisis.CrisisPicture;
import org.tocsin.crisis.Headline;
import org.tocsin.detect.Reason;
import org.tocsin.figure.Metric;
import org.tocsin.pipeline.EvidenceReader;
import org.tocsin.pipeline.Explain;
import org.tocsin.series.Merge;

/** That what rings has just happened: not what was merely told late, counted anew, revised, or said by another. */
class TruthOfNewsIT {
    @TempDir
    Path folder;

    private Scene scene;
    private House house;

    @BeforeEach
    void open() throws IOException {
        scene = new Scene(folder);
        house = scene.house;
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aBackFillOfTenYearsTellsNobody() {
        YearMonth first = YearMonth.of(2014, 1);
        String[] rows = IntStream.range(0, 120)
                .mapToObj(first::plusMonths)
                .map(month -> killed("m" + month, month, 1000 + 10L * month.getYear()))
                .toArray(String[]::new);

        var run = scene.news(rows);

        assertThat(run.counts().merged().added()).isEqualTo(120);
        assertThat(scene.reasons("killed-stated")).containsExactly("backfill");
        assertThat(scene.reasons("killed-month")).containsExactly("backfill");
        scene.toldNobody();
    }

    @Test
    void aCounterThatBeginsAnewIsNoSpikeAndNoFall() {
        scene.history("c1,killed,cumulative,LBN,conflict,2023-10-08,2023-12-31,4000");
        scene.news("c2,killed,cumulative,LBN,conflict,2023-10-08,2024-02-20,4047");
        assertThat(house.count("select count(*) from alert_event where kind = 'opened'"))
                .as("the running total stands above its mark")
                .isOne();
        long told = house.count("select count(*) from notification");

        scene.news("c3,killed,cumulative,LBN,conflict,2024-03-02,2024-03-04,394");
        scene.news("c4,killed,cumulative,LBN,conflict,2024-03-02,2024-03-06,420");

        assertThat(house.texts("select class from figure_change where record in ('c3', 'c4') order by record"))
                .containsExactly("counter_reset", "new_period");
        assertThat(house.count("select count(*) from notification")).isEqualTo(told);
        assertThat(house.texts("select distinct rule from alert")).containsExactly("killed-stated");
    }

    /** The health ministry's toll in Gaza, as the UN passed it on: on 30 January 2024 it was lower than the day before. */
    @Test
    void aTollThatIsCorrectedIsNoResetAndNoNews() {
        scene.history("g1,killed,cumulative,PSE,conflict,2023-10-07,2024-01-29,26637");

        scene.news("g2,killed,cumulative,PSE,conflict,2023-10-07,2024-01-30,26571");

        assertThat(house.texts("select class from figure where record = 'g2'")).containsExactly("revised_down");
        assertThat(house.texts("select distinct reason from decision where rule = 'killed-stated' and line_id in"
                        + " (select l.id from line l where l.kind = 'cumulative') order by 1"))
                .containsExactly("backfill", "history_revised");
        scene.toldNobody();
    }

    /** A stated start makes a new count a flow; without one nobody knows how much of it is old. */
    @Test
    void aCounterThatBeginsAnewWithoutSayingFromWhenIsABaseline() throws Exception {
        scene.history("c1,killed,cumulative,LBN,conflict,2023-10-08,2023-12-31,4000");

        scene.news("c2,killed,cumulative,LBN,conflict,2024-03-02,2024-03-02,394");
        scene.news("c3,killed,cumulative,LBN,conflict,2024-03-04,2024-03-04,420");
        scene.pass(Duration.ofDays(1));
        assertThat(house.texts("select class from figure where record in ('c2', 'c3') order by record"))
                .containsExactly("counter_reset", "new_period");
        assertThat(lebanon()).containsExactly("backfill 4000", "unknown", "below_threshold 26");
        scene.toldNobody();

        scene.news("c4,killed,cumulative,LBN,conflict,2024-03-07,2024-03-07,520");
        assertThat(lebanon()).endsWith("fired 126");
        assertThat(scene.mails()).singleElement().asString().contains("126").doesNotContain("520 people");
    }

    @Test
    void aBaselineClosesNothingThatAnEarlierCountOpened() {
        scene.history("c1,killed,cumulative,LBN,conflict,2023-10-08,2023-12-31,4000");
        scene.news("c2,killed,cumulative,LBN,conflict,2023-10-08,2024-02-20,4047");

        scene.news("c3,killed,cumulative,LBN,conflict,2024-03-02,2024-03-02,394");
        scene.news("c4,killed,cumulative,LBN,conflict,2024-03-04,2024-03-04,395");

        assertThat(scene.events()).containsExactly("killed-stated opened fired");
        assertThat(house.texts("select state from alert")).containsExactly("open");
    }

    @Test
    void anUpwardRevisionOfLastMonthRingsOnceAndSaysFromWhatToWhat() throws Exception {
        scene.news("d1,new_displacements,flow,SDN,conflict,2024-02-01,2024-02-29,5000");
        scene.toldNobody();

        scene.news("d1,new_displacements,flow,SDN,conflict,2024-02-01,2024-02-29,60000");
        scene.news("d1,new_displacements,flow,SDN,conflict,2024-02-01,2024-02-29,60000");
        scene.pass(Duration.ofDays(1));

        assertThat(scene.events()).containsExactly("moved-month opened fired");
        assertThat(house.texts("select evidence.body::jsonb #>> '{change,previous}' from decision"
                        + " join evidence on evidence.sha256 = decision.evidence where fired"))
                .containsExactly("5000");
        assertThat(scene.mails()).singleElement().asString().contains("Revised: revised from 5,000 to 60,000");
    }

    @Test
    void aRevisionOfWhatIsTooLongAgoIsWrittenDownAsLateAndNotSent() {
        scene.history("d1,new_displacements,flow,SDN,conflict,2023-11-01,2023-11-30,5000");

        scene.news("d1,new_displacements,flow,SDN,conflict,2023-11-01,2023-11-30,60000");

        assertThat(house.texts("select class from figure where record = 'd1'")).containsExactly("revised_up");
        assertThat(scene.reasons("moved-month")).containsExactly("below_threshold", "late");
        scene.toldNobody();
    }

    @Test
    void anOldPeakThatShrinksMakesNoNewRecord() {
        aYearWithItsPeakInDecember();
        scene.news(killed("m2024-02", YearMonth.of(2024, 2), 400));
        assertThat(scene.reasons("killed-record")).containsExactly("below_threshold");

        scene.news(killed("m2023-12", YearMonth.of(2023, 12), 390));
        scene.news(killed("m2023-12", YearMonth.of(2023, 12), 60), killed("m2024-02", YearMonth.of(2024, 2), 395));

        assertThat(scene.reasons("killed-record")).containsExactly("below_threshold", "history_revised");
        assertThat(scene.events()).containsExactly("killed-stated opened fired");
    }

    @Test
    void anOldPeakThatAloneShrinksIsJudgedWrittenDownAndExplained() {
        aYearWithItsPeakInDecember();
        scene.news(killed("m2024-02", YearMonth.of(2024, 2), 400));
        long told = house.count("select count(*) from notification");
        scene.time.pass(Duration.ofMinutes(1));

        scene.news(killed("m2023-12", YearMonth.of(2023, 12), 60));

        List<String> decision = house.texts("select id from decision where rule = 'killed-record'"
                + " and reason = 'history_revised' and window_end = '2024-02-29'");
        assertThat(decision).hasSize(1);
        Explain.Explanation explanation = explained(UUID.fromString(decision.get(0)));
        assertThat(explanation.same()).isTrue();
        assertThat(explanation.storeAgrees()).isTrue();
        assertThat(explanation.repeated().reason()).isEqualTo(Reason.HISTORY_REVISED);
        assertThat(house.count("select count(*) from notification")).isEqualTo(told);
        assertThat(scene.events()).noneMatch(event -> event.startsWith("killed-record"));
    }

    @Test
    void anOldPeakThatShrinksBesideOtherNewsMakesNoNewRecord() {
        aYearWithItsPeakInDecember();
        scene.news(killed("m2024-02", YearMonth.of(2024, 2), 400));

        scene.news(
                killed("m2023-12", YearMonth.of(2023, 12), 60), "w,killed,flow,SDN,conflict,2024-03-01,2024-03-05,30");

        assertThat(house.texts("select reason from decision where rule = 'killed-record' and scope = 'crisis:sdn'"
                        + " and window_end = '2024-02-29' order by seq"))
                .containsExactly("below_threshold", "history_revised");
        assertThat(scene.events()).noneMatch(event -> event.startsWith("killed-record"));
    }

    /** It has happened now; a mistake of the past must not silence it for ever. */
    @Test
    void whatIsARecordAboveACorrectedPeakIsNews() {
        aYearWithItsPeakInDecember();
        scene.news(killed("m2024-02", YearMonth.of(2024, 2), 400));
        scene.news(killed("m2023-12", YearMonth.of(2023, 12), 60));
        scene.time.pass(Duration.ofDays(30));

        scene.news(killed("m2024-03", YearMonth.of(2024, 3), 420));

        assertThat(scene.events()).contains("killed-record opened fired").doesNotHaveDuplicates();
    }

    @Test
    void aSecondSourceOnTheSameEventJoinsTheEpisode() {
        scene.news("k1,killed,flow,SDN,conflict,2024-03-05,2024-03-05,400");
        scene.hand("ohchr", Merge.Telling.BY_AGE, "o1,killed,flow,SDN,conflict,2024-03-05,2024-03-05,350");

        assertThat(scene.events())
                .containsExactly("killed-stated opened fired", "killed-stated corroborated corroborated");
        assertThat(house.count("select count(*) from alert")).isOne();
        assertThat(scene.messages("duty@ngo.example")).isOne();
    }

    @Test
    void anotherSourceBehindTheHeadlineIsNoNews() {
        scene.history("s0,idps,stock,SDN,conflict,,2024-01-10,90000", "s1,idps,stock,SDN,conflict,,2024-02-20,90000");
        scene.news("s2,idps,stock,SDN,conflict,,2024-03-01,91000");
        assertThat(headline()).isEqualTo("reports");

        scene.hand("unhcr", Merge.Telling.BY_AGE, "u1,idps,stock,SDN,conflict,,2024-03-05,490000");

        assertThat(headline()).isEqualTo("unhcr");
        assertThat(scene.reasons("idps-jump")).endsWith("below_threshold");
        assertThat(scene.reasons("idps-jump", "unhcr")).containsExactly("no_history");
        scene.toldNobody();
    }

    @Test
    void anIncompleteMonthRingsAndClosesNothing() throws Exception {
        scene.news(
                "a1,killed,flow,SDN,conflict,2024-02-01,2024-02-29,95",
                "a2,killed,flow,SDN,conflict,2024-02-29,2024-02-29,810");
        assertThat(scene.events()).contains("killed-month opened fired");
        assertThat(scene.mails())
                .anySatisfy(text -> assertThat(text).contains("in February 2024 (so far, still incomplete)"));

        scene.time.pass(Duration.ofDays(3));
        scene.news("a3,killed,flow,SDN,conflict,2024-03-10,2024-03-10,7");
        scene.pass(Duration.ofDays(1));
        assertThat(house.texts("select state from alert where rule = 'killed-month'"))
                .containsExactly("open");
        scene.time.pass(Duration.ofDays(75));
        scene.pass(Duration.ofDays(1));
        assertThat(house.texts("select state from alert where rule = 'killed-month'"))
                .as("complete and under the threshold")
                .containsExactly("stood_down");
    }

    private String headline() {
        Wiring.Stores.Known known = house.stores().known();
        CrisisPicture picture = new CrisisPicture(
                known.series(), known.appeals(), new Headline(Map.of("idps", List.of("unhcr", "reports"))));
        return picture.standings(
                        known.crises().find(new CrisisId("sdn")).orElseThrow().crisis(),
                        List.of(Metric.IDPS),
                        scene.time.instant())
                .get(0)
                .source()
                .id()
                .value();
    }

    private void aYearWithItsPeakInDecember() {
        YearMonth first = YearMonth.of(2023, 1);
        scene.history(IntStream.range(0, 13)
                .mapToObj(first::plusMonths)
                .map(month -> killed("m" + month, month, month.getMonthValue() == 12 ? 450 : 50))
                .toArray(String[]::new));
    }

    private Explain.Explanation explained(UUID decision) {
        Wiring.Stores.Known known = house.stores().known();
        return new Explain(
                        house.stores().watched().decisions(),
                        new EvidenceReader(known.series(), known.crises(), known.appeals()))
                .of(decision);
    }

    private List<String> lebanon() {
        return house.texts("select d.reason || coalesce(' ' || (d.judgement::jsonb ->> 'value'), '') from decision d"
                + " where d.rule = 'killed-stated' and lower(d.scope) like '%lbn%' order by d.seq");
    }

    private static String killed(String record, YearMonth month, long value) {
        return "%s,killed,flow,SDN,conflict,%s,%s,%d".formatted(record, month.atDay(1), month.atEndOfMonth(), value);
    }
}
