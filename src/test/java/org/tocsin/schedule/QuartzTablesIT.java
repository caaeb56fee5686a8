package org.tocsin.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.tocsin.db.TestDatabase;

final class QuartzTablesIT {
    @Test
    void ourTablesAreThoseOfTheScriptInQuartzsJar() throws IOException {
        try (TestDatabase database = TestDatabase.migrated();
                Handle handle = database.jdbi().open()) {
            handle.execute("create schema theirs");
            handle.execute("set search_path = theirs");
            handle.createScript(script()).execute();

            assertThat(columns(handle, "public")).isNotEmpty().isEqualTo(columns(handle, "theirs"));
            assertThat(constraints(handle, "public")).isNotEmpty().isEqualTo(constraints(handle, "theirs"));
            assertThat(indexes(handle, "public")).isNotEmpty().isEqualTo(indexes(handle, "theirs"));
        }
    }

    @Test
    void theLockRowsOfOurClusterAreThere() {
        try (TestDatabase database = TestDatabase.migrated();
                Handle handle = database.jdbi().open()) {
            assertThat(handle.createQuery("select sched_name || ' ' || lock_name from qrtz_locks order by 1")
                            .mapTo(String.class)
                            .list())
                    .containsExactly(Node.CLUSTER + " STATE_ACCESS", Node.CLUSTER + " TRIGGER_ACCESS");
        }
    }

    private static String script() throws IOException {
        try (InputStream in = JobStoreTX.class.getResourceAsStream("tables_postgres.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("COMMIT;", "");
        }
    }

    private static List<String> columns(Handle handle, String schema) {
        return lines(handle, schema, """
                select concat_ws(' ', table_name, ordinal_position, column_name, data_type, character_maximum_length,
                    numeric_precision, numeric_scale, is_nullable, column_default)
                from information_schema.columns
                where table_schema = :schema and table_name like 'qrtz%'
                order by table_name, ordinal_position
                """);
    }

    private static List<String> constraints(Handle handle, String schema) {
        return lines(handle, schema, """
                select concat_ws(' ', relname, conname, replace(pg_get_constraintdef(c.oid), :schema || '.', ''))
                from pg_constraint c join pg_class t on t.oid = conrelid
                where t.relnamespace = :schema::regnamespace and relname like 'qrtz%' and contype in ('p', 'f', 'u', 'c')
                order by relname, conname
                """);
    }

    private static List<String> indexes(Handle handle, String schema) {
        return lines(handle, schema, """
                select replace(indexdef, :schema || '.', '')
                from pg_indexes
                where schemaname = :schema and tablename like 'qrtz%'
                order by indexname
                """);
    }

    private static List<String> lines(Handle handle, String schema, String sql) {
        return handle.createQuery(sql)
                .bind("schema", schema)
                .mapTo(String.class)
                .list();
    }
}
