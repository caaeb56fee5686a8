package org.tocsin.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_key}: the key, and the hash that never leaves this package. */
final class KeyRow {
    private final Key key;
    private final byte[] hash;

    private KeyRow(Key key, byte[] hash) {
        this.key = key;
        this.hash = hash;
    }

    Key key() {
        return key;
    }

    boolean opensWith(Token token) {
        return token.hashesTo(hash);
    }

    /** Public with a public constructor, because JDBI makes it. */
    public static final class Mapper implements RowMapper<KeyRow> {
        @Override
        public KeyRow map(ResultSet row, StatementContext context) throws SQLException {
            Key key = new Key(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    Role.of(row.getString("role")),
                    row.getTimestamp("created_at").toInstant(),
                    row.getString("created_by"),
                    instant(row, "expires_at"),
                    instant(row, "revoked_at"),
                    instant(row, "last_used_at"));
            return new KeyRow(key, row.getBytes("hash"));
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            Timestamp at = row.getTimestamp(column);
            return at == null ? null : at.toInstant();
        }
    }
}
