package org.tocsin.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a NOTIFY on one topic. A lost connection costs a wait, never a wake-up: whoever listens looks at the rows after each. */
public final class Listener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    private final Login login;
    private final String topic;
    private @Nullable Connection connection;

    /** Listens on a connection of its own that must lead to PostgreSQL itself, not to a transaction pooler. */
    public Listener(Login login, String topic) {
        if (!topic.matches("[a-z_]+")) {
            throw new IllegalArgumentException("topic '" + topic + "' is not lower case letters");
        }
        this.login = login;
        this.topic = topic;
    }

    /** Returns after a notification, or when {@code longest} has passed. */
    public void await(Duration longest) throws InterruptedException {
        try {
            Connection open = connection == null ? open() : connection;
            connection = open;
            open.unwrap(PGConnection.class).getNotifications(Math.toIntExact(Math.max(1, longest.toMillis())));
        } catch (SQLException e) {
            log.warn("listening on {} broke off, {}; waiting {}", topic, e.getMessage(), longest);
            close();
            Thread.sleep(longest.toMillis());
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("asked to stop listening on " + topic);
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                log.debug("closing the listener on {}", topic, e);
            }
        }
    }

    private Connection open() throws SQLException {
        Connection open = login.connect();
        try (Statement statement = open.createStatement()) {
            statement.execute("listen " + topic);
        }
        return open;
    }
}
