package org.tocsin.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.db.TestDatabase;
import org.tocsin.figure.Metric;

/** Crises, lines and changed figures on a real database, and what they make due. */
final class DueStage implements AutoCloseable {
    static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
    static final Instant LATER = Instant.parse("2024-01-01T00:00:00Z");
    static final LocalDate DAY = LocalDate.of(2023, 11, 1);

    final TestDatabase database = TestDatabase.migrated();
    final Jdbi jdbi = database.jdbi();
    final RuleStore rules = new RuleStore(jdbi);
    final DueStore store = new DueStore(jdbi);

    /** Four crises, one rule, and nothing due. */
    void reset() {
        jdbi.useHandle(handle -> {
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

    void crisis(String id, String role, @Nullable String country, @Nullable String admin1, @Nullable String appeal) {
        jdbi.useHandle(handle -> {
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

    long line(String metric, String cause, @Nullable String appeal) {
        Metric known = Metric.of(metric);
        return jdbi.withHandle(handle -> handle.createQuery("""
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

    long series(long line, String country, @Nullable String admin1, @Nullable String origin) {
        return jdbi.withHandle(handle -> handle.createQuery("""
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

    void change(long run, long series, int day, String kind) {
        jdbi.useHandle(handle ->
                handle.execute("""
                insert into run_change as c (run, series_id, class, from_day, to_day, changes, least_old, known_at)
                values (?, ?, ?, ?, ?, 1, 7, ?)
                on conflict (run, series_id, class) do update set changes = c.changes + 1,
                    from_day = least(c.from_day, excluded.from_day), to_day = greatest(c.to_day, excluded.to_day)
                """, run, series, kind, DAY.plusDays(day), DAY.plusDays(day), START.plusSeconds(run)));
    }

    List<Due> all() {
        List<Due> found = new ArrayList<>();
        jdbi.useTransaction(handle -> {
            Optional<Due> next = store.claim(LATER);
            while (next.isPresent()) {
                found.add(next.get());
                store.finish(next.get());
                next = store.claim(LATER);
            }
        });
        return found;
    }

    @Override
    public void close() {
        database.close();
    }
}
