package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.detect.Canonical;
import org.tocsin.detect.EqualAge;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.RuleFile;
import org.tocsin.figure.Period;
import org.tocsin.pipeline.EvidenceReader;
import org.tocsin.pipeline.Explain;
import org.tocsin.pipeline.Preview;
import org.tocsin.pipeline.Rehearsed;
import org.tocsin.series.Merge;

/** A source that tells 40 of 100 deaths ten days after a month and all of them forty days later; the last month is twice as bad. */
class EqualAgeIT {
    private static final YearMonth FIRST = YearMonth.of(2024, 3);
    private static final YearMonth LAST = YearMonth.of(2024, 11);
    private static final LocalDate START = LocalDate.of(2024, 3, 1);

    @TempDir
    Path folder;

    private Newsroom room;
    private House house;

    private record Statement(LocalDate day, YearMonth month, int killed) {}

    @BeforeEach
    void open() throws IOException {
        room = new Newsroom(folder);
        house = room.house;
        room.hand(Merge.Telling.HISTORY, earlier() + "r0,killed,UKR,conflict,2024-01-15,2024-01-15,1");
        rule("as-they-stand", "");
        rule("equal-age", "atAge: 20,");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aFreshValueIsNotLowBecauseItIsFresh() {
        SAID.forEach(this::play);

        assertThat(house.texts("select rule || ' ' || told_value || ' ' || told_start from alert"
                        + " where rule in ('equal-age', 'as-they-stand')"))
                .containsExactly("equal-age 80 2024-11-01");
        Evidence evidence = evidence("equal-age", "d.reason = 'fired'");
        assertThat(evidence.frame().age()).isEqualTo(new EqualAge(20, 0));
        assertThat(evidence.judged().complete()).as("younger than 20 days").isFalse();
        assertThat(evidence.history())
                .extracting(point -> point.value().intValue())
                .containsOnly(40);
        explained("equal-age");
        assertThat(house.texts("select payload #>> '{reading,finding,comparison,known_after_days}' from notification"
                        + " where payload #>> '{alarm,rule}' = 'equal-age'"))
                .containsExactly("20");
    }

    @Test
    void aValueThatHasGrownIsHeldAgainstOthersAsGrown() {
        SAID.forEach(this::play);
        theRestComes();

        Evidence evidence = evidence("equal-age", "true");
        assertThat(evidence.frame().age().days()).isEqualTo(50);
        assertThat(evidence.judged().value()).isEqualByComparingTo("200");
        assertThat(evidence.history())
                .extracting(point -> point.value().intValue())
                .containsOnly(100);
        assertThat(house.count("select count(*) from alert where rule = 'equal-age'"))
                .isOne();
    }

    @Test
    void whatWasToldBeforeWeListenedIsNotTakenForWhatWasKnownThen() {
        play(SAID.get(0));

        assertThat(house.texts("select rule || ' ' || reason from decision where rule in ('equal-age', 'as-they-stand')"
                        + " and window_end = '2024-03-31' order by 1"))
                .containsExactly("as-they-stand below_threshold", "equal-age no_history");
        Evidence evidence = evidence("equal-age", "true");
        assertThat(evidence.frame().age()).isEqualTo(new EqualAge(20, 6));
        assertThat(evidence("as-they-stand", "true").frame().age()).isNull();
    }

    @Test
    void aPreviewReadsTheSameAges() {
        SAID.forEach(this::play);
        theRestComes();

        Rehearsed rehearsed = preview();

        assertThat(rehearsed.events())
                .extracting(event -> event.kind().code() + " " + Canonical.write(event.judgement()))
                .isEqualTo(house.texts("select e.kind || ' ' || d.judgement from alert_event e"
                        + " join decision d on d.id = e.decision where e.told and d.rule = 'equal-age' order by e.id"))
                .isNotEmpty();
        assertThat(rehearsed.reasons().keySet())
                .extracting(reason -> reason.code())
                .containsAll(house.texts("select distinct reason from decision where rule = 'equal-age'"));
    }

    private static final List<Statement> SAID = statements();

    private static List<Statement> statements() {
        List<Statement> all = new ArrayList<>();
        for (YearMonth month = FIRST; month.isBefore(LAST); month = month.plusMonths(1)) {
            all.add(new Statement(month.atEndOfMonth().plusDays(10), month, 40));
            all.add(new Statement(month.atEndOfMonth().plusDays(50), month, 100));
        }
        all.removeIf(said -> said.day().isAfter(LAST.atEndOfMonth().plusDays(10)));
        all.add(new Statement(LAST.atEndOfMonth().plusDays(10), LAST, 80));
        all.sort(Comparator.comparing(Statement::day));
        return all;
    }

    private void theRestComes() {
        YearMonth before = LAST.minusMonths(1);
        play(new Statement(before.atEndOfMonth().plusDays(50), before, 100));
        play(new Statement(LAST.atEndOfMonth().plusDays(50), LAST, 200));
    }

    private void play(Statement said) {
        room.pass(Duration.between(room.time.instant(), said.day().atTime(9, 0).toInstant(ZoneOffset.UTC)));
        room.news("%s,killed,SDN,conflict,%s,%s,%d"
                .formatted(said.month(), said.month().atDay(3), said.month().atDay(3), said.killed()));
    }

    /** Six months that were over before anybody asked. */
    private static String earlier() {
        StringBuilder rows = new StringBuilder();
        for (YearMonth month = FIRST.minusMonths(7);
                month.isBefore(FIRST.minusMonths(1));
                month = month.plusMonths(1)) {
            rows.append("%s,killed,SDN,conflict,%s,%s,100\n".formatted(month, month.atDay(3), month.atDay(3)));
        }
        return rows.toString();
    }

    private void rule(String id, String atAge) {
        String rule = "{id: %s, title: Of the test, metric: killed, cause: conflict, interval: month, floor: 10, %s"
                        .formatted(id, atAge)
                + " detector: {type: median_multiple, window: 7, minHistory: 3, ratios: {watch: 1.6}}}";
        house.stores().watched().rules().save(RuleFile.read(rule), room.time.instant());
    }

    private Rehearsed preview() {
        Preview preview = new Preview(
                house.stores().known().series(),
                house.stores().known().crises(),
                house.stores().known().appeals(),
                house.stores().told().subscribers(),
                house.stores().watched().due());
        LocalDate today = LocalDate.ofInstant(room.time.instant(), ZoneOffset.UTC);
        return preview.run(
                house.stores().watched().rules().find("equal-age").orElseThrow().rule(),
                new Period(START.plusDays(1), today),
                List.of("crisis:sdn"),
                share -> {});
    }

    private Evidence evidence(String rule, String which) {
        return Canonical.evidence(house.texts(
                        "select e.body from decision d join evidence e on e.sha256 = d.evidence where d.rule = ? and "
                                + which + " order by d.seq desc limit 1",
                        rule)
                .get(0));
    }

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
