package org.tocsin.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.tocsin.detect.Level;
import org.tocsin.figure.Metric;

/** Reads a subscription. */
final class SubscriptionMapper implements RowMapper<Subscription> {
    @Override
    public Subscription map(ResultSet row, StatementContext context) throws SQLException {
        return new Subscription(
                new Addressee(row.getObject("recipient", Long.class), row.getObject("endpoint", Long.class)),
                texts(row, "crises"),
                texts(row, "countries"),
                texts(row, "metrics").stream().map(Metric::of).collect(Collectors.toSet()),
                Level.valueOf(row.getString("min_level").toUpperCase(Locale.ROOT)));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
