package org.tocsin.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Tells at the start whether a PostgreSQL that somebody else runs is one that the program can work with. */
public final class ServerCheck {
    private static final int OLDEST = 150000;
    private static final int NEIGHBOURS = 2;

    /** A pool that has nothing left to lend must not hold the start up for ever. */
    private static final String SECONDS = "15";

    private ServerCheck() {}

    /** Opens a connection to be checked. */
    @FunctionalInterface
    interface Door {
        Connection open() throws SQLException;
    }

    /**
     * Makes sure that the server is new enough.
     *
     * @throws DatabaseUnavailableException if it cannot be reached or is older than PostgreSQL 15
     */
    public static void requireVersion(Login login) {
        try (Connection connection = patient(login)) {
            requireVersion(
                    Integer.parseInt(ask(connection, "show server_version_num")),
                    ask(connection, "show server_version"));
        } catch (SQLException e) {
            throw unreachable("database.url", login, e);
        }
    }

    static void requireVersion(int number, String version) {
        if (number < OLDEST) {
            throw new DatabaseUnavailableException(
                    "database.url leads to PostgreSQL %s; PostgreSQL 15 or newer is needed".formatted(version));
        }
    }

    /**
     * Makes sure that a session of {@code database.directUrl} is one session of the server.
     *
     * @throws DatabaseUnavailableException if it goes through a transaction pooler, or cannot be reached
     */
    public static void requireSession(Login direct) {
        try {
            requireSession(() -> patient(direct));
        } catch (SQLException e) {
            throw unreachable("database.directUrl", direct, e);
        }
    }

    /**
     * A transaction pooler lends its server sessions anew for each transaction: while one client is connected but idle,
     * another gets the same server process, or the first gets another one afterwards. Both are looked for.
     */
    static void requireSession(Door door) throws SQLException {
        List<Connection> neighbours = new ArrayList<>();
        try (Connection first = door.open()) {
            String own = process(first);
            Set<String> seen = new HashSet<>(Set.of(own));
            for (int i = 0; i < NEIGHBOURS; i++) {
                Connection neighbour = door.open();
                neighbours.add(neighbour);
                neighbour.setAutoCommit(false);
                if (!seen.add(process(neighbour))) {
                    throw pooled();
                }
            }
            if (!process(first).equals(own)) {
                throw pooled();
            }
        } finally {
            for (Connection neighbour : neighbours) {
                neighbour.close();
            }
        }
    }

    private static String process(Connection connection) throws SQLException {
        return ask(connection, "select pg_backend_pid()");
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection patient(Login login) throws SQLException {
        Properties limits = new Properties();
        limits.setProperty("loginTimeout", SECONDS);
        limits.setProperty("connectTimeout", SECONDS);
        limits.setProperty("socketTimeout", SECONDS);
        return login.connect(limits);
    }

    private static DatabaseUnavailableException pooled() {
        return new DatabaseUnavailableException("database.directUrl goes through a transaction pooler, which loses"
                + " LISTEN and session locks: set it to the server itself, or to a pool in session mode");
    }

    private static DatabaseUnavailableException unreachable(String key, Login login, SQLException e) {
        return new DatabaseUnavailableException("%s: cannot use %s: %s".formatted(key, login, e.getMessage()), e);
    }
}
