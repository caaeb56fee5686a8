package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.Change;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Level;
import org.tocsin.detect.Pace;
import org.tocsin.detect.Rule;
import org.tocsin.detect.Where;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;

/** What a run makes due. */
class DueStoreIT {
    private static final DueStage STAGE = new DueStage();

    @BeforeEach
    void reset() {
        STAGE.reset();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void oneRunGivesOneRowForEachSubjectOverTheDaysOfItsNews() {
        long line = STAGE.line("killed", "conflict:airstrike", null);
        long sagaing = STAGE.series(line, "MMR", "Sagaing", null);
        long kachin = STAGE.series(line, "MMR", "Kachin", null);
        STAGE.change(1, sagaing, 0, "backfill");
        STAGE.change(1, kachin, 3, "new_period");
        STAGE.change(2, kachin, 5, "new_period");

        assertThat(STAGE.store.enqueue(1)).isEqualTo(1);
        assertThat(STAGE.all())
                .containsExactly(new Due(
                        "killed-in-a-day",
                        "crisis:myanmar",
                        line,
                        new Change("new_period", null, new Period(DueStage.DAY.plusDays(3), DueStage.DAY.plusDays(3))),
                        false,
                        DueStage.START.plusSeconds(1)));
        assertThat(STAGE.store.count()).isZero();
    }

    @Test
    void aSingleChangeKeepsTheValueItReplaced() {
        STAGE.change(1, STAGE.series(STAGE.line("killed", "conflict", null), "MMR", null, null), 0, "revised_up");
        STAGE.store.enqueue(1);

        assertThat(STAGE.all())
                .singleElement()
                .extracting(Due::change)
                .isEqualTo(new Change("revised_up", BigDecimal.valueOf(7), Period.day(DueStage.DAY)));
    }

    @Test
    void otherMetricsAndCausesTouchNothing() {
        STAGE.change(1, STAGE.series(STAGE.line("injured", "conflict", null), "MMR", null, null), 0, "new_period");
        STAGE.change(1, STAGE.series(STAGE.line("killed", "disaster", null), "MMR", null, null), 0, "new_period");
        STAGE.change(1, STAGE.series(STAGE.line("killed", "conflict", null), "MMR", null, null), 0, "duplicate");

        assertThat(STAGE.store.enqueue(1)).isZero();
    }

    @Test
    void aPlaceInNoCrisisIsJudgedAsItsCountry() {
        long line = STAGE.line("killed", "conflict", null);
        STAGE.change(1, STAGE.series(line, "SDN", "Khartoum", null), 0, "new_period");
        STAGE.change(1, STAGE.series(line, "BGD", "Dhaka", null), 0, "new_period");
        STAGE.change(1, STAGE.series(line, "BGD", "Chittagong", null), 0, "new_period");
        STAGE.change(1, STAGE.series(line, "ZZZ", null, null), 0, "new_period");
        STAGE.store.enqueue(1);

        assertThat(STAGE.all()).extracting(Due::scope).containsExactly("country:BGD", "country:SDN", "crisis:rohingya");
    }

    @Test
    void aRuleOfSomeCrisesWatchesNothingElse() {
        STAGE.rules.provision(
                List.of(Finding.rule("few", Metric.KILLED, Where.of(List.of("rohingya"), List.of()))),
                DueStage.START.plusSeconds(1));
        long line = STAGE.line("killed", "conflict", null);
        STAGE.change(1, STAGE.series(line, "SDN", null, null), 0, "new_period");
        STAGE.change(1, STAGE.series(line, "MMR", null, null), 0, "new_period");
        STAGE.change(1, STAGE.series(line, "BGD", "Chittagong", null), 0, "new_period");
        STAGE.store.enqueue(1);

        assertThat(STAGE.all()).extracting(Due::scope).containsExactly("crisis:rohingya");
    }

    @Test
    void everyCountryIsWatchedByItselfAlsoOneThatLiesInACrisis() {
        watching(new Where(List.of(), List.of(), List.of(), true));
        touchThreeCountries();

        assertThat(STAGE.all()).extracting(Due::scope).containsExactly("country:BGD", "country:MMR", "country:SDN");
    }

    @Test
    void aRegionIsWatchedCountryByCountry() {
        watching(new Where(List.of(), List.of(), List.of("035", "015"), false));
        touchThreeCountries();

        assertThat(STAGE.all()).extracting(Due::scope).containsExactly("country:MMR", "country:SDN");
    }

    @Test
    void whatIsNamedTwiceIsDueOnce() {
        watching(new Where(List.of("myanmar", "rohingya"), List.of("MMR", "MMR"), List.of("035", "142"), false));
        touchThreeCountries();

        assertThat(STAGE.all())
                .extracting(Due::scope)
                .containsExactly("country:BGD", "country:MMR", "crisis:myanmar", "crisis:rohingya");
    }

    @Test
    void aListOfCountriesAddsToACrisis() {
        watching(Where.of(List.of("rohingya"), List.of("SDN")));
        touchThreeCountries();

        assertThat(STAGE.all()).extracting(Due::scope).containsExactly("country:SDN", "crisis:rohingya");
    }

    @Test
    void whatWouldBeDueIsWhatIsDue() {
        for (Where where : List.of(
                Where.ANYWHERE,
                Where.of(List.of("rohingya"), List.of()),
                Where.of(List.of("rohingya"), List.of("SDN", "BGD")),
                new Where(List.of(), List.of(), List.of("142"), false),
                new Where(List.of("myanmar"), List.of(), List.of(), true))) {
            STAGE.reset();
            Rule rule = watching(where);
            touchThreeCountries();

            assertThat(STAGE.store.triggers(rule.watch()))
                    .extracting(trigger -> trigger.scope() + " " + trigger.lineId())
                    .isEqualTo(STAGE.all().stream()
                            .map(due -> due.scope() + " " + due.lineId())
                            .toList())
                    .isNotEmpty();
        }
    }

    @Test
    void aCountryInNoCrisisIsDueOnlyByWhatLiesInNone() {
        long line = STAGE.line("killed", "conflict", null);
        long dhaka = STAGE.series(line, "BGD", "Dhaka", null);
        long chittagong = STAGE.series(line, "BGD", "Chittagong", null);

        assertThat(STAGE.store.triggers(Finding.RULE.watch()))
                .containsExactly(
                        new Trigger("country:BGD", line, List.of(dhaka)),
                        new Trigger("crisis:rohingya", line, List.of(chittagong)));
    }

    /** The only rule from now on. */
    private static Rule watching(Where where) {
        Rule rule = Finding.rule("somewhere", Metric.KILLED, where);
        STAGE.rules.provision(List.of(rule), DueStage.START.plusSeconds(1));
        return rule;
    }

    /** Myanmar is a crisis, Chittagong lies in one, and Sudan does not. */
    private static void touchThreeCountries() {
        long line = STAGE.line("killed", "conflict", null);
        STAGE.change(1, STAGE.series(line, "SDN", null, null), 0, "new_period");
        STAGE.change(1, STAGE.series(line, "MMR", null, null), 0, "new_period");
        STAGE.change(1, STAGE.series(line, "MMR", "Sagaing", null), 0, "new_period");
        STAGE.change(1, STAGE.series(line, "BGD", "Chittagong", null), 0, "new_period");
        STAGE.store.enqueue(1);
    }

    @Test
    void peopleWhoCrossedABorderBelongToWhereTheyCameFrom() {
        Rule.Watch watch =
                new Rule.Watch(Metric.REFUGEES, null, Cause.ALL, Interval.STATEMENT, List.of(), Where.ANYWHERE);
        STAGE.rules.provision(
                List.of(new Rule("fled", "Fled", watch, Finding.RULE.detector(), Finding.RULE.firing())),
                DueStage.START);
        long line = STAGE.line("refugees", "all", null);
        STAGE.change(1, STAGE.series(line, "BGD", null, "MMR"), 0, "new_period");
        STAGE.change(1, STAGE.series(line, "MMR", null, "SDN"), 0, "new_period");
        STAGE.change(1, STAGE.series(line, "BGD", null, null), 0, "new_period");
        STAGE.store.enqueue(1);

        assertThat(STAGE.all()).extracting(Due::scope).containsExactly("country:SDN", "crisis:myanmar-people");
    }

    @Test
    void coverageIsJudgedOnTheLineOfMoneyReceived() {
        Rule.Watch watch =
                new Rule.Watch(Metric.FUNDING_COVERAGE, null, Cause.ALL, Interval.STATEMENT, List.of(), Where.ANYWHERE);
        Pace pace = new Pace(Map.of(Level.WATCH, new BigDecimal("0.5")), new BigDecimal("0.25"), 3, null);
        STAGE.rules.provision(
                List.of(new Rule("behind", "Behind", watch, pace, Finding.RULE.firing())), DueStage.START);
        long received = STAGE.line("funding_received", "all", "RASI23");
        long required = STAGE.line("funding_required", "all", "RASI23");
        long other = STAGE.line("funding_required", "all", "OTHER23");
        STAGE.line("funding_received", "all", "OTHER23");
        STAGE.change(1, STAGE.series(required, "ZZZ", null, null), 0, "new_period");
        STAGE.change(1, STAGE.series(other, "ZZZ", null, null), 0, "new_period");
        STAGE.store.enqueue(1);
        STAGE.change(2, STAGE.series(received, "ZZZ", null, null), 4, "revised_down");
        STAGE.store.enqueue(2);

        assertThat(STAGE.all()).singleElement().satisfies(due -> {
            assertThat(due.scope()).isEqualTo("crisis:asia-plan");
            assertThat(due.lineId()).isEqualTo(received);
            assertThat(due.change())
                    .isEqualTo(new Change("new_period", null, new Period(DueStage.DAY, DueStage.DAY.plusDays(4))));
        });
    }

    @Test
    void aWaitingRowKeepsTheLoudestClassItsDaysAndItsPlaceInTheQueue() {
        long series = STAGE.series(STAGE.line("killed", "conflict", null), "MMR", null, null);
        STAGE.change(1, series, 9, "revised_up");
        STAGE.change(2, series, 4, "backfill");
        STAGE.store.enqueue(1);
        STAGE.store.enqueue(2);

        assertThat(STAGE.all()).singleElement().satisfies(due -> {
            assertThat(due.change())
                    .isEqualTo(new Change(
                            "revised_up", null, new Period(DueStage.DAY.plusDays(9), DueStage.DAY.plusDays(9))));
            assertThat(due.enqueuedAt()).isEqualTo(DueStage.START.plusSeconds(1));
        });
    }
}
