package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;
import org.tocsin.detect.Change;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Level;
import org.tocsin.detect.Pace;
import org.tocsin.detect.Rule;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;

class DueStoreIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Jdbi JDBI = DATABASE.jdbi();
    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2023, 11, 1);

    private final RuleStore rules = new RuleStore(JDBI);
    private final DueStore store = new DueStore(JDBI);

    @BeforeEach
    void twoCrises() {
        JDBI.useHandle(handle -> {
            handle.execute("""
                    truncate alert_event, alert, decision, evidence, due, rule_version, rule, run_change, series, line, source,
                        crisis_line, crisis_version, crisis restart identity cascade
                    """);
            handle.execute("""
                    insert into source (id, name, licence, licence_url, attribution, redistribution, non_commercial, cadence_days,
                        absence_is_zero)
                    values ('test', 'Test', 'L', 'https://example.org', 'T', 'rows', false, 1, true)
                    """);
        });
        crisis("myanmar", "in", "MMR", null, null);
        crisis("rohingya", "in", "BGD", "Chittagong", null);
        crisis("myanmar-people", "from", "MMR", null, null);
        crisis("asia-plan", "appeal", null, null, "RASI23");
        rules.provision(List.of(Finding.RULE), START);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static void crisis(
            String id, String role, @Nullable String country, @Nullable String admin1, @Nullable String appeal) {
        JDBI.useHandle(handle -> {
            handle.execute(
                    "insert into crisis (id, name, since, glide, keywords) values (?, ?, ?, '{}', '{}')",
                    id,
                    id,
                    LocalDate.of(2021, 1, 1));
            handle.execute("insert into crisis_version (crisis, version, known_from) values (?, 1, ?)", id, START);
            handle.execute(
                    "insert into crisis_line (crisis, version, role, country, admin1, appeal) values (?, 1, ?, ?, ?, ?)",
                    id,
                    role,
                    country,
                    admin1,
                    appeal);
        });
    }

    private static long line(String metric, String cause, @Nullable String appeal) {
        Metric known = Metric.of(metric);
        return JDBI.withHandle(handle -> handle.createQuery("""
                        insert into line (source, basis, metric, unit, kind, population, cause, appeal)
                        values ('test', 'reported', :metric, :unit, :kind, 'all', :cause, :appeal) returning id
                        """)
                .bind("metric", metric)
                .bind("unit", known.unit().code())
                .bind("kind", known.kind().code())
                .bind("cause", cause)
                .bind("appeal", appeal)
                .mapTo(Long.class)
                .one());
    }

    private static long series(long line, String country, @Nullable String admin1, @Nullable String origin) {
        return JDBI.withHandle(handle -> handle.createQuery("""
                        insert into series (line_id, country, admin1, origin, rolling)
                        values (:line, :country, :admin1, :origin, 'total') returning id
                        """)
                .bind("line", line)
                .bind("country", country)
                .bind("admin1", admin1)
                .bind("origin", origin)
                .mapTo(Long.class)
                .one());
    }

    private static void change(long run, long series, int day, String kind) {
        JDBI.useHandle(handle ->
                handle.execute("""
                insert into run_change as c (run, series_id, class, from_day, to_day, changes, least_old, known_at)
                values (?, ?, ?, ?, ?, 1, 7, ?)
                on conflict (run, series_id, class) do update set changes = c.changes + 1,
                    from_day = least(c.from_day, excluded.from_day), to_day = greatest(c.to_day, excluded.to_day)
                """, run, series, kind, DAY.plusDays(day), DAY.plusDays(day), START.plusSeconds(run)));
    }

    private List<Due> all() {
        List<Due> found = new ArrayList<>();
        JDBI.useTransaction(handle -> {
            Optional<Due> next = store.claim();
            while (next.isPresent()) {
                found.add(next.get());
                store.finish(next.get());
                next = store.claim();
            }
        });
        return found;
    }

    @Test
    void oneRunGivesOneRowForEachSubjectOverTheDaysOfItsNews() {
        long line = line("killed", "conflict:airstrike", null);
        long sagaing = series(line, "MMR", "Sagaing", null);
        long kachin = series(line, "MMR", "Kachin", null);
        change(1, sagaing, 0, "backfill");
        change(1, kachin, 3, "new_period");
        change(2, kachin, 5, "new_period");

        assertThat(store.enqueue(1)).isEqualTo(1);
        assertThat(all())
                .containsExactly(new Due(
                        "killed-in-a-day",
                        "crisis:myanmar",
                        line,
                        new Change("new_period", null, new Period(DAY.plusDays(3), DAY.plusDays(3))),
                        false,
                        START.plusSeconds(1)));
        assertThat(store.count()).isZero();
    }

    @Test
    void aSingleChangeKeepsTheValueItReplaced() {
        change(1, series(line("killed", "conflict", null), "MMR", null, null), 0, "revised_up");
        store.enqueue(1);

        assertThat(all())
                .singleElement()
                .extracting(Due::change)
                .isEqualTo(new Change("revised_up", BigDecimal.valueOf(7), Period.day(DAY)));
    }

    @Test
    void otherMetricsAndCausesTouchNothing() {
        change(1, series(line("injured", "conflict", null), "MMR", null, null), 0, "new_period");
        change(1, series(line("killed", "disaster", null), "MMR", null, null), 0, "new_period");
        change(1, series(line("killed", "conflict", null), "MMR", null, null), 0, "duplicate");

        assertThat(store.enqueue(1)).isZero();
    }

    @Test
    void aPlaceInNoCrisisIsJudgedAsItsCountry() {
        long line = line("killed", "conflict", null);
        change(1, series(line, "SDN", "Khartoum", null), 0, "new_period");
        change(1, series(line, "BGD", "Dhaka", null), 0, "new_period");
        change(1, series(line, "BGD", "Chittagong", null), 0, "new_period");
        change(1, series(line, "ZZZ", null, null), 0, "new_period");
        store.enqueue(1);

        assertThat(all()).extracting(Due::scope).containsExactly("country:BGD", "country:SDN", "crisis:rohingya");
    }

    @Test
    void aRuleOfSomeCrisesWatchesNothingElse() {
        rules.provision(List.of(Finding.rule("few", Metric.KILLED, List.of("rohingya"))), START.plusSeconds(1));
        long line = line("killed", "conflict", null);
        change(1, series(line, "SDN", null, null), 0, "new_period");
        change(1, series(line, "MMR", null, null), 0, "new_period");
        change(1, series(line, "BGD", "Chittagong", null), 0, "new_period");
        store.enqueue(1);

        assertThat(all()).extracting(Due::scope).containsExactly("crisis:rohingya");
    }

    @Test
    void peopleWhoCrossedABorderBelongToWhereTheyCameFrom() {
        Rule.Watch watch = new Rule.Watch(Metric.REFUGEES, null, Cause.ALL, Interval.STATEMENT, List.of(), List.of());
        rules.provision(
                List.of(new Rule("fled", "Fled", watch, Finding.RULE.detector(), Finding.RULE.firing())), START);
        long line = line("refugees", "all", null);
        change(1, series(line, "BGD", null, "MMR"), 0, "new_period");
        change(1, series(line, "MMR", null, "SDN"), 0, "new_period");
        change(1, series(line, "BGD", null, null), 0, "new_period");
        store.enqueue(1);

        assertThat(all()).extracting(Due::scope).containsExactly("country:SDN", "crisis:myanmar-people");
    }

    @Test
    void coverageIsJudgedOnTheLineOfMoneyReceived() {
        Rule.Watch watch =
                new Rule.Watch(Metric.FUNDING_COVERAGE, null, Cause.ALL, Interval.STATEMENT, List.of(), List.of());
        Pace pace = new Pace(Map.of(Level.WATCH, new BigDecimal("0.5")), new BigDecimal("0.25"), 3, null);
        rules.provision(List.of(new Rule("behind", "Behind", watch, pace, Finding.RULE.firing())), START);
        long received = line("funding_received", "all", "RASI23");
        long required = line("funding_required", "all", "RASI23");
        long other = line("funding_required", "all", "OTHER23");
        line("funding_received", "all", "OTHER23");
        change(1, series(required, "ZZZ", null, null), 0, "new_period");
        change(1, series(other, "ZZZ", null, null), 0, "new_period");
        store.enqueue(1);
        change(2, series(received, "ZZZ", null, null), 4, "revised_down");
        store.enqueue(2);

        assertThat(all()).singleElement().satisfies(due -> {
            assertThat(due.scope()).isEqualTo("crisis:asia-plan");
            assertThat(due.lineId()).isEqualTo(received);
            assertThat(due.change()).isEqualTo(new Change("new_period", null, new Period(DAY, DAY.plusDays(4))));
        });
    }

    @Test
    void aWaitingRowKeepsTheLoudestClassItsDaysAndItsPlaceInTheQueue() {
        long series = series(line("killed", "conflict", null), "MMR", null, null);
        change(1, series, 9, "revised_up");
        change(2, series, 4, "backfill");
        store.enqueue(1);
        store.enqueue(2);

        assertThat(all()).singleElement().satisfies(due -> {
            assertThat(due.change())
                    .isEqualTo(new Change("revised_up", null, new Period(DAY.plusDays(9), DAY.plusDays(9))));
            assertThat(due.enqueuedAt()).isEqualTo(START.plusSeconds(1));
        });
    }

    @Test
    void smallRunsGoBeforeLargeOnes() {
        long line = line("killed", "conflict", null);
        long large = series(line, "SDN", null, null);
        for (int day = 0; day <= 1_000; day++) {
            change(1, large, day, "new_period");
        }
        change(2, series(line, "MMR", null, null), 0, "new_period");
        store.enqueue(1);
        store.enqueue(2);

        assertThat(all())
                .extracting(Due::scope, Due::bulk)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("crisis:myanmar", false),
                        org.assertj.core.groups.Tuple.tuple("country:SDN", true));
    }

    @Test
    void aClaimedRowIsPassedByAndComesBackIfItsStepFails() {
        change(1, series(line("killed", "conflict", null), "MMR", null, null), 0, "new_period");
        store.enqueue(1);

        JDBI.useTransaction(mine -> {
            Due claimed = store.claim().orElseThrow();
            assertThat(onAnotherConnection()).isEmpty();
            store.finish(claimed);
            mine.rollback();
        });

        assertThat(all()).hasSize(1);
    }

    private static Optional<Due> onAnotherConnection() {
        Jdbi other = DATABASE.jdbi();
        return java.util.concurrent.CompletableFuture.supplyAsync(() -> new DueStore(other).claim())
                .join();
    }

    @Test
    void anOpenAlertIsDueAgainWithoutDrowningAChangeThatWaits() {
        AlertBook book = new AlertBook(JDBI, new DecisionStore(JDBI, rules));
        book.take(Finding.of(200, 0).decision());
        Instant tomorrow = Instant.parse("2023-11-03T00:00:00Z");

        assertThat(store.enqueueOpen(tomorrow.minusSeconds(1))).isZero();
        assertThat(store.enqueueOpen(tomorrow)).isEqualTo(1);
        assertThat(store.enqueueOpen(tomorrow)).isZero();
        assertThat(all())
                .containsExactly(new Due(
                        "killed-in-a-day",
                        "crisis:myanmar",
                        1,
                        new Change("sweep", null, Period.day(DAY)),
                        false,
                        tomorrow));
    }
}
