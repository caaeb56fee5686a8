package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.detect.Canonical;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.RuleFile;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;
import org.tocsin.pipeline.EvidenceReader;
import org.tocsin.pipeline.Explain;
import org.tocsin.pipeline.Preview;
import org.tocsin.pipeline.Rehearsed;
import org.tocsin.pipeline.RunSummary;
import org.tocsin.series.Merge;

/** Detectors that look beside the judged line, through the real steps from the figure to the outbox. */
class FedDetectorsIT {
    private static final String MONEY = "record,metric,country,cause,start,end,value,appeal\n";
    private static final String PROFILE = "{type: pace_profile, projections: {watch: 0.5}, minElapsed: 0.1}";

    @TempDir
    Path folder;

    private Newsroom room;
    private House house;

    @BeforeEach
    void open() throws IOException {
        room = new Newsroom(folder);
        house = room.house;
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void twoSourcesThatDriftApartAreTold() {
        rule("idps-apart", "metric: idps, cause: conflict, interval: month", "{type: divergence, factors: {watch: 2}}");
        room.hand(Merge.Telling.HISTORY, months("a", 100_000));
        from("unhcr", Merge.Telling.HISTORY, Newsroom.HEADER + months("b", 50_000));

        room.news("a-new,idps,SDN,conflict,,2024-02-29,230000");
        assertThat(reason("idps-apart")).isEqualTo("window_incomplete");
        from("unhcr", Merge.Telling.BY_AGE, Newsroom.HEADER + "b-new,idps,SDN,conflict,,2024-02-29,50000\n");

        assertThat(house.texts("select rule || ' ' || scope || ' ' || level from alert"))
                .containsExactly("idps-apart crisis:sdn watch");
        Evidence evidence = evidence("idps-apart");
        assertThat(evidence.aside()).isNotNull();
        assertThat(evidence.aside().lines()).singleElement().satisfies(other -> {
            assertThat(other.subject().line().attribution().source().value()).isEqualTo("reports");
            assertThat(other.points()).hasSize(13);
        });
        explained("idps-apart");
    }

    @Test
    void aLineThatSpeaksOfLongerWindowsIsLeftOutAndSaysSo() {
        house.jdbi().useHandle(handle -> handle.execute("update source set grain = 'month' where id = 'ohchr'"));
        rule(
                "killed-daily",
                "metric: killed, cause: conflict, interval: week, sources: [reports, ohchr]",
                "{type: threshold, levels: {watch: 5}}");
        room.load();
        from("ohchr", Merge.Telling.HISTORY, Newsroom.HEADER + "o0,killed,UKR,conflict,2024-01-01,2024-01-31,1\n");

        from("ohchr", Merge.Telling.BY_AGE, Newsroom.HEADER + "o1,killed,SDN,conflict,2024-02-01,2024-02-29,300\n");

        assertThat(house.texts(
                        "select distinct reason from decision where rule = 'killed-daily' and scope = 'crisis:sdn'"))
                .containsExactly("longer_than_window");
    }

    @Test
    void aPlanThatFallsBehindItsEarlierYearsIsTold() {
        rule("behind", "metric: funding_coverage, cause: all, interval: statement", PROFILE);
        threeYearsAndOneBehind();

        assertThat(house.texts("select rule || ' ' || scope || ' ' || appeal from alert"))
                .containsExactly("behind crisis:sdn HSDN24");
        assertThat(evidence("behind").plan().earlier())
                .extracting(peer -> peer.appeal() + " " + peer.coverage())
                .containsExactly("HSDN21 0.5", "HSDN22 0.5", "HSDN23 0.5");
        explained("behind");
    }

    @Test
    void twoFindingsOfOneScopeAreToldTogetherAndNeitherAlone() {
        String with = "{metric: funding_coverage, cause: all, interval: statement, detector: " + PROFILE + "}";
        rule(
                "displaced-unpaid",
                "metric: new_displacements, cause: conflict, interval: statement",
                "{type: joint, detector: {type: threshold, levels: {watch: 5000}}, with: " + with + "}");
        room.load();

        room.news("n1,new_displacements,SDN,conflict,2024-02-28,2024-02-28,6000");
        assertThat(reason("displaced-unpaid")).isEqualTo("unknown");
        threeYearsAndOneBehind();

        assertThat(house.texts("select rule || ' ' || scope || ' ' || told_value || ' ' || told_end from alert"))
                .as("told when the second came, of the days of the first")
                .containsExactly("displaced-unpaid crisis:sdn 6000 2024-02-28");
        assertThat(evidence("displaced-unpaid").aside().lines())
                .extracting(line -> line.subject().line().appeal())
                .containsExactly("HSDN24");
        explained("displaced-unpaid");
        previewed("displaced-unpaid");

        room.pass(Duration.ofMinutes(1));
        room.news("n2,new_displacements,SDN,conflict,2024-02-29,2024-02-29,6000");
        assertThat(reason("displaced-unpaid")).isEqualTo("cooling_down");
    }

    @Test
    void aRuleOnOneSourceIsJudgedWhenTheOtherSpeaks() {
        rule(
                "idps-apart",
                "metric: idps, cause: conflict, interval: month, sources: [unhcr]",
                "{type: divergence, factors: {watch: 2}}");
        room.hand(Merge.Telling.HISTORY, months("a", 100_000));
        from("unhcr", Merge.Telling.HISTORY, Newsroom.HEADER + months("b", 50_000));
        from("unhcr", Merge.Telling.BY_AGE, Newsroom.HEADER + "b-new,idps,SDN,conflict,,2024-02-29,50000\n");
        room.toldNobody();

        room.pass(Duration.ofMinutes(1));
        room.news("a-new,idps,SDN,conflict,,2024-02-29,230000");

        assertThat(house.texts("select a.rule || ' ' || l.source from alert a join line l on l.id = a.told_line_id"
                        + " where a.rule = 'idps-apart'"))
                .containsExactly("idps-apart unhcr");
        explained("idps-apart");
        previewed("idps-apart");
    }

    @Test
    void aSourceThatGoesQuietIsToldOnceAndStandsDownWhenItSpeaksAgain() {
        rule("quiet", "metric: idps, cause: conflict, interval: statement, sources: [reports]", "{type: stale}");
        room.hand(Merge.Telling.HISTORY, "w0,idps,SDN,conflict,,2024-02-29,90000");
        for (int week = 1; week <= 6; week++) {
            quietDays(7);
            room.news("w%d,idps,SDN,conflict,,%s,%d".formatted(week, today(), 90000 + week));
        }

        assertThat(house.count("select count(*) from decision where rule = 'quiet'"))
                .as("seven statements and 42 days")
                .isEqualTo(7 + 42);
        quietDays(11);
        room.toldNobody();
        quietDays(1);
        assertThat(house.texts("select rule || ' ' || scope || ' ' || told_threshold from alert"))
                .containsExactly("quiet crisis:sdn 10.5");
        explained("quiet");
        assertThat(house.texts("select payload::text from notification"))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("silent_days");
        quietDays(30);
        assertThat(house.texts("select kind from alert_event")).containsExactly("opened");

        room.news("w7,idps,SDN,conflict,,%s,91000".formatted(today()));
        assertThat(house.texts("select state from alert")).containsExactly("stood_down");
        assertThat(previewed("quiet").evaluations())
                .as("every statement and every day")
                .isGreaterThan(7 + 42 + 42);
    }

    /** A preview of the days the rule was in force tells the same at the same moments. */
    private Rehearsed previewed(String rule) {
        var known = house.stores().known();
        Preview preview = new Preview(
                known.series(),
                known.crises(),
                known.appeals(),
                house.stores().told().subscribers(),
                house.stores().watched().due());
        Rehearsed rehearsed = preview.run(
                house.stores().watched().rules().find(rule).orElseThrow().rule(),
                new Period(LocalDate.of(2024, 3, 1), today()),
                List.of("crisis:sdn"),
                share -> {});

        assertThat(rehearsed.events())
                .extracting(event -> event.kind().code() + " " + event.level().code() + " "
                        + event.at().truncatedTo(ChronoUnit.SECONDS))
                .isEqualTo(house.texts(
                        "select e.kind || ' ' || e.level || ' ' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                                + " from alert_event e join alert a on a.id = e.alert where e.told and a.rule = ? order by e.id",
                        rule))
                .isNotEmpty();
        return rehearsed;
    }

    /** So many days on which the sweep looks twice. */
    private void quietDays(int days) {
        for (int day = 0; day < days; day++) {
            room.pass(Duration.ofHours(12));
            house.sweep();
            room.pass(Duration.ofHours(12));
            house.sweep();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(room.time.instant(), ZoneOffset.UTC);
    }

    /** Each earlier plan had half of its money on the judged day; the running one has a tenth of what it asks for. */
    private void threeYearsAndOneBehind() {
        List<Appeal> appeals = IntStream.rangeClosed(2021, 2024)
                .mapToObj(year -> new Appeal(
                        "HSDN" + year % 100,
                        "Sudan " + year,
                        "Humanitarian response plan",
                        Set.of("SDN"),
                        new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
                        null,
                        null))
                .toList();
        house.stores().known().appeals().record(new SourceId("ohchr"), appeals, room.time.instant());
        StringBuilder past = new StringBuilder(MONEY);
        for (int year = 2021; year <= 2023; year++) {
            past.append(money("required", year, "01-01", 100)).append(money("received", year, "02-20", 40));
            past.append(money("received", year, "12-20", 80));
        }
        from("ohchr", Merge.Telling.HISTORY, past + money("required", 2024, "01-01", 100));
        from("ohchr", Merge.Telling.BY_AGE, MONEY + money("received", 2024, "02-28", 10));
    }

    private static String money(String which, int year, String day, int millions) {
        return "%s-%d-%s,funding_%s,SDN,all,,%d-%s,%d000000,HSDN%d\n"
                .formatted(which, year, day, which, year, day, millions, year % 100);
    }

    /** The same at the end of each month of a year and of the January after it. */
    private static String months(String record, int value) {
        StringBuilder rows = new StringBuilder();
        for (YearMonth month = YearMonth.of(2023, 1);
                !month.isAfter(YearMonth.of(2024, 1));
                month = month.plusMonths(1)) {
            rows.append("%s-%s,idps,SDN,conflict,,%s,%d\n".formatted(record, month, month.atEndOfMonth(), value));
        }
        return rows.toString();
    }

    private void rule(String id, String watch, String detector) {
        String rule = "{id: %s, title: Of the test, %s, detector: %s}".formatted(id, watch, detector);
        house.stores().watched().rules().save(RuleFile.read(rule), room.time.instant());
    }

    private void from(String source, Merge.Telling telling, String table) {
        room.pass(Duration.ofMinutes(1));
        RunSummary summary = house.hand(source, telling, table);
        assertThat(summary.failed()).as(summary.toString()).isFalse();
        assertThat(summary.counts().rejected()).isZero();
        house.watch();
    }

    private Evidence evidence(String rule) {
        return Canonical.evidence(house.texts(
                        "select e.body from decision d join evidence e on e.sha256 = d.evidence"
                                + " where d.rule = ? order by d.seq desc limit 1",
                        rule)
                .get(0));
    }

    private String reason(String rule) {
        return house.texts("select reason from decision where rule = ? order by seq desc limit 1", rule)
                .get(0);
    }

    /** The store gives the same evidence for the moment of the decision, and the rule the same answer on it. */
    private void explained(String rule) {
        UUID id = UUID.fromString(house.texts("select id from decision where rule = ? order by seq desc limit 1", rule)
                .get(0));
        var known = house.stores().known();
        Explain.Explanation explanation = new Explain(
                        house.stores().watched().decisions(),
                        new EvidenceReader(known.series(), known.crises(), known.appeals()))
                .of(id);

        assertThat(explanation.same()).isTrue();
        assertThat(explanation.storeAgrees()).isTrue();
    }
}
