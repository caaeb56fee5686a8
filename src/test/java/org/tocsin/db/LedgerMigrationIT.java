package org.tocsin.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.command.CommandScope;
import liquibase.command.core.RollbackCountCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger that was a table before migration 008 and is a view since. */
class LedgerMigrationIT {
    private static final String CHANGELOG = "migrations/changelog.xml";

    /** One record revised, one moved, one withdrawn, one held, and one whose day was corrected though it has no value. */
    private static final String TWO_RUNS = """
            insert into source values ('s', 'S', 'l', 'https://l', 'a', 'rows', false, 30, true, now(), null);
            insert into run (source, cause, started_at) values ('s', 'hand', '2024-01-01'), ('s', 'hand', '2024-02-01');
            insert into line (source, basis, metric, unit, kind, population, cause)
                values ('s', 'reported', 'killed', 'persons', 'flow', 'all', 'conflict');
            insert into series (line_id, country, rolling) values (1, 'SDN', 'part'), (1, 'ETH', 'part');
            insert into figure (series_id, record, part, period_start, period_end, value, qualifier, status, document,
                pointer, run, known_from)
            values (1, 'a', '', '2024-01-01', '2024-01-01', 7, 'exact', 'final', '', '', 2, '2024-02-01'),
                (2, 'b', '', '2024-01-02', '2024-01-02', 5, 'exact', 'final', '', '', 2, '2024-02-01'),
                (1, 'e', '', '2024-01-04', '2024-01-04', null, 'unknown', 'final', '', '', 2, '2024-02-01');
            insert into figure_history (series_id, record, part, period_start, period_end, value, qualifier, status,
                document, pointer, run, known_from, known_to, ended_by)
            values (1, 'a', '', '2024-01-01', '2024-01-01', 4, 'exact', 'final', '', '', 1, '2024-01-01', '2024-02-01', 2),
                (1, 'b', '', '2024-01-02', '2024-01-02', 5, 'exact', 'final', '', '', 1, '2024-01-01', '2024-02-01', 2),
                (1, 'c', '', '2024-01-03', '2024-01-03', 6, 'exact', 'final', '', '', 1, '2024-01-01', '2024-02-01', 2),
                (1, 'e', '', '2024-01-05', '2024-01-05', null, 'unknown', 'final', '', '', 1, '2024-01-01', '2024-02-01', 2);
            insert into figure_change (run, series_id, record, part, class, period_start, period_end, old_value, new_value,
                known_at)
            values (1, 1, 'a', '', 'new_period', '2024-01-01', '2024-01-01', null, 4, '2024-01-01'),
                (1, 1, 'b', '', 'new_period', '2024-01-02', '2024-01-02', null, 5, '2024-01-01'),
                (1, 1, 'c', '', 'backfill', '2024-01-03', '2024-01-03', null, 6, '2024-01-01'),
                (1, 1, 'e', '', 'new_period', '2024-01-05', '2024-01-05', null, null, '2024-01-01'),
                (2, 1, 'a', '', 'revised_up', '2024-01-01', '2024-01-01', 4, 7, '2024-02-01'),
                (2, 2, 'b', '', 'moved', '2024-01-02', '2024-01-02', 5, 5, '2024-02-01'),
                (2, 1, 'b', '', 'moved', '2024-01-02', '2024-01-02', 5, null, '2024-02-01'),
                (2, 1, 'c', '', 'retracted', '2024-01-03', '2024-01-03', 6, null, '2024-02-01'),
                (2, 1, 'd', '', 'held', '2024-01-09', '2024-01-09', 1, 900, '2024-02-01'),
                (2, 1, 'e', '', 'moved', '2024-01-04', '2024-01-04', null, null, '2024-02-01');
            insert into series_day values (1, '2024-01-01', 7, 7, 7, 1), (2, '2024-01-02', 5, 5, 5, 1)
            """;

    private TestDatabase database;
    private Jdbi jdbi;

    @BeforeEach
    void asItWasBefore() throws Exception {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
        goBack();
        jdbi.useHandle(handle -> handle.createScript(TWO_RUNS).execute());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theLedgerReadsTheSameForthAndBackAndForth() throws Exception {
        List<String> before = ledger();
        List<String> days = days();

        goForth();
        assertThat(ledger()).isEqualTo(before).hasSize(10);

        goBack();
        assertThat(ledger()).isEqualTo(before);
        assertThat(days()).isEqualTo(days).hasSize(2);

        goForth();
        assertThat(ledger()).isEqualTo(before);
    }

    @Test
    void whatRunsChangedAndHowLateNewsCameIsCountedFromTheLedger() throws Exception {
        goForth();

        assertThat(texts("select concat_ws(' ', series_id, class, from_day, to_day, changes, least_old) from run_change"
                        + " where run = 2 order by 1"))
                .containsExactly(
                        "1 held 2024-01-09 2024-01-09 1 1",
                        "1 moved 2024-01-02 2024-01-04 2 5",
                        "1 retracted 2024-01-03 2024-01-03 1 6",
                        "1 revised_up 2024-01-01 2024-01-01 1 4",
                        "2 moved 2024-01-02 2024-01-02 1 5");
        assertThat(texts("select concat_ws(' ', source, run, days, figures) from source_lag"))
                .containsExactly("s 1 0 3");
    }

    private List<String> ledger() {
        return texts("select concat_ws(' ', run, series_id, record, class, period_start, period_end,"
                + " coalesce(old_value::text, '-'), coalesce(new_value::text, '-'), known_at)"
                + " from figure_change order by 1");
    }

    private List<String> days() {
        return texts("select d::text from series_day d order by 1");
    }

    private List<String> texts(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    private void goForth() throws Exception {
        try (Connection connection = database.login().connect()) {
            TestServer.migrate(connection, CHANGELOG);
        }
    }

    private void goBack() throws Exception {
        int changes = jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from databasechangelog where orderexecuted >= (select min(orderexecuted)"
                                + " from databasechangelog where filename like '%008-ledger.sql')")
                .mapTo(Integer.class)
                .one());
        Map<String, Object> scope = Map.of(
                Scope.Attr.resourceAccessor.name(),
                new ClassLoaderResourceAccessor(),
                AnalyticsArgs.ENABLED.getKey(),
                false);
        try (Connection connection = database.login().connect()) {
            Scope.child(
                    scope,
                    () -> new CommandScope(RollbackCountCommandStep.COMMAND_NAME)
                            .addArgumentValue(
                                    DbUrlConnectionArgumentsCommandStep.DATABASE_ARG,
                                    DatabaseFactory.getInstance()
                                            .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                            .addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_FILE_ARG, CHANGELOG)
                            .addArgumentValue(RollbackCountCommandStep.COUNT_ARG, changes)
                            .execute());
        }
    }
}
