package org.tocsin.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the processes that share a database notice at once when one of them dies: each holds a numbered session lock on an idle
 * connection of its own, which the server gives up with the connection, and the others wait for that lock.
 *
 * <p>Numbers are drawn at random and never used again, so that a free lock means for ever that its holder is gone, or has at least
 * lost its connection. Its methods but for {@link #number()} are for one thread.
 */
public final class Presence implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Presence.class);

    private static final String TRY = "select pg_try_advisory_lock(hashtext('tocsin node'), ?)";
    private static final String WAIT = "select pg_advisory_lock(hashtext('tocsin node'), ?)";
    private static final String GIVE_BACK = "select pg_advisory_unlock(hashtext('tocsin node'), ?)";

    /** A connection that idles on purpose stays, and the server soon notices when the host behind it is gone. */
    private static final String IDLE =
            "set idle_session_timeout = 0; set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2";

    /** A statement has a snapshot while it waits, and what is older than a snapshot cannot be vacuumed. */
    private static final String PATIENCE = "set lock_timeout = '2s'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final int SECONDS_TO_ANSWER = 2;

    private final Login login;
    private @Nullable Connection idle;
    private @Nullable Connection watching;
    private volatile int number;

    /** Opens nothing yet; both connections must lead to PostgreSQL itself, not to a transaction pooler. */
    public Presence(Login login) {
        this.login = login;
    }

    /** The number by which others can notice the end of this process; empty while it holds no lock. Safe for several threads. */
    public OptionalInt number() {
        int held = number;
        return held == 0 ? OptionalInt.empty() : OptionalInt.of(held);
    }

    /**
     * Takes a lock if none is held. Where the connection was lost, the lock is that of a dead process and a new one is taken.
     *
     * @throws DatabaseUnavailableException if the database does not answer; no lock is held then
     */
    public void keep() {
        try {
            if (idle != null && idle.isValid(SECONDS_TO_ANSWER)) {
                return;
            }
            number = 0;
            close(idle);
            Connection opened = open(IDLE);
            idle = opened;
            int drawn = draw();
            while (!ask(opened, TRY, drawn)) {
                drawn = draw();
            }
            number = drawn;
        } catch (SQLException e) {
            throw new DatabaseUnavailableException("this process cannot say that it is there", e);
        }
    }

    /**
     * Whether another process is gone.
     *
     * @throws DatabaseUnavailableException if the database does not answer
     */
    public boolean isGone(int other) {
        try {
            return gaveBack(other, ask(watching(), TRY, other));
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    /**
     * Waits for two seconds at most until another process is gone.
     *
     * @return whether it is
     * @throws DatabaseUnavailableException if the database does not answer
     */
    public boolean awaitEnd(int other) {
        try {
            ask(watching(), WAIT, other);
            return gaveBack(other, true);
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw lost(e);
        }
    }

    /** Gives the lock up, so that others take over at once. */
    @Override
    public void close() {
        number = 0;
        close(idle);
        close(watching);
        idle = null;
        watching = null;
    }

    private boolean gaveBack(int other, boolean taken) throws SQLException {
        if (taken) {
            ask(watching(), GIVE_BACK, other);
        }
        return taken;
    }

    private Connection watching() throws SQLException {
        Connection open = watching;
        if (open == null) {
            open = open(PATIENCE);
            watching = open;
        }
        return open;
    }

    private DatabaseUnavailableException lost(SQLException cause) {
        close(watching);
        watching = null;
        return new DatabaseUnavailableException("nobody can be watched", cause);
    }

    private Connection open(String settings) throws SQLException {
        Connection open = login.connect();
        try (Statement statement = open.createStatement()) {
            statement.execute(settings);
            return open;
        } catch (SQLException e) {
            close(open);
            throw e;
        }
    }

    /** False where the answer is no; the wait for a lock has no answer but its end. */
    private static boolean ask(Connection connection, String question, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, number);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && "t".equals(answer.getString(1));
            }
        }
    }

    private static int draw() {
        return ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                log.debug("closing the connection of a presence", e);
            }
        }
    }
}
