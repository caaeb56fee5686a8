package org.tocsin.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The moments behind a depth. */
record DepthRow(
        long pending, @Nullable Instant oldest, @Nullable Instant due, long dead) {
    Depth at(Instant now) {
        return new Depth(pending, since(oldest, now), since(due, now), dead);
    }

    private static Duration since(@Nullable Instant moment, Instant now) {
        return moment == null || moment.isAfter(now) ? Duration.ZERO : Duration.between(moment, now);
    }

    /** Reads it. */
    static final class Mapper implements RowMapper<DepthRow> {
        @Override
        public DepthRow map(ResultSet row, StatementContext context) throws SQLException {
            return new DepthRow(
                    row.getLong("pending"), instant(row, "oldest"), instant(row, "due"), row.getLong("dead"));
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }
    }
}
