package org.tocsin.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

final class TestDatabaseIT {
    private static final String CHANGELOG = "org/tocsin/db/one-table.xml";
    private static final String TABLES = "select count(*) from pg_tables where schemaname = 'public'";

    @Test
    void eachIsEmptyWhateverWasWrittenToAnother() {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            one.jdbi().useHandle(handle -> handle.execute("create table bell (name text)"));

            assertThat(count(one.jdbi(), TABLES)).isEqualTo(1);
            assertThat(count(other.jdbi(), TABLES)).isZero();
        }
    }

    @Test
    void oneThatIsClosedIsGone() {
        TestDatabase database = TestDatabase.create();
        database.close();

        assertThatThrownBy(() -> count(database.jdbi(), TABLES))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void aMigratedOneHasTheTablesOfTheChangelogAndNoRowOfAnother() {
        try (TestDatabase one = TestDatabase.migrated(CHANGELOG);
                TestDatabase other = TestDatabase.migrated(CHANGELOG)) {
            one.jdbi().useHandle(handle -> handle.execute("insert into bell (name) values ('Gloriosa')"));

            assertThat(count(one.jdbi(), "select count(*) from bell")).isEqualTo(1);
            assertThat(count(other.jdbi(), "select count(*) from bell")).isZero();
        }
    }

    private static int count(Jdbi jdbi, String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }
}
