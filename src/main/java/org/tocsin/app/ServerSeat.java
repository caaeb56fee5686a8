package org.tocsin.app;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The one seat for a server on a local database: a second one is refused, other commands may work beside it. */
final class ServerSeat implements AutoCloseable {
    private static final String TAKE = "select pg_try_advisory_lock(hashtext('tocsin server'))";

    private final Connection connection;

    private ServerSeat(Connection connection) {
        this.connection = connection;
    }

    /** Takes the seat until it is closed or this process ends; a database of a cluster has seats for all. */
    static AutoCloseable take(OpenDatabase database) {
        if (!database.isLocal()) {
            return () -> {};
        }
        try {
            Connection connection = database.direct().connect();
            try (Statement statement = connection.createStatement();
                    ResultSet taken = statement.executeQuery(TAKE)) {
                taken.next();
                if (!taken.getBoolean(1)) {
                    connection.close();
                    throw new IllegalStateException("another server runs on the same local database; stop it first");
                }
            }
            return new ServerSeat(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the local database does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
