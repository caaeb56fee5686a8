package org.tocsin.notify;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a claimed notification and its destination. One that cannot be read must not cost the others their turn. */
final class ClaimMapper implements RowMapper<Claimed> {
    @Override
    public Claimed map(ResultSet row, StatementContext context) throws SQLException {
        try {
            return claim(row);
        } catch (RuntimeException e) {
            return new Unreadable(
                    row.getObject("id", UUID.class),
                    row.getString("channel"),
                    row.getLong("epoch"),
                    String.valueOf(e.getMessage()));
        }
    }

    private static Claim claim(ResultSet row) throws SQLException {
        Notification notification = new Notification(
                row.getObject("id", UUID.class),
                row.getObject("thread", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                NoticeJson.read(row.getString("payload")));
        return new Claim(notification, destination(row), row.getLong("epoch"), row.getInt("attempts"));
    }

    private static Destination destination(ResultSet row) throws SQLException {
        long recipient = row.getLong("recipient");
        if (row.wasNull()) {
            return endpoint(row);
        }
        return new Destination.Recipient(
                recipient,
                row.getString("email"),
                row.getString("recipient_name"),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("zone")));
    }

    private static Destination.Endpoint endpoint(ResultSet row) throws SQLException {
        Array secrets = row.getArray("secrets");
        return new Destination.Endpoint(
                row.getLong("endpoint"),
                row.getString("endpoint_name"),
                URI.create(row.getString("url")),
                Arrays.stream((String[]) secrets.getArray()).map(Secret::new).toList());
    }
}
