package org.tocsin.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The local PostgreSQL as the program runs it, with the program's schema, in a directory that goes with it. */
public final class BenchServer implements AutoCloseable {
    private final Path directory;
    private final LocalPostgres postgres;

    private BenchServer(Path directory, LocalPostgres postgres) {
        this.directory = directory;
        this.postgres = postgres;
    }

    public static BenchServer open() throws IOException {
        Path directory = Files.createTempDirectory("tocsin-bench");
        BenchServer server = new BenchServer(directory, LocalPostgres.open(directory, Duration.ofMinutes(1)));
        Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
        try (Connection connection = server.postgres.login().connect()) {
            TestServer.migrate(connection, "migrations/changelog.xml");
        } catch (Exception e) {
            server.close();
            throw new IllegalStateException("cannot migrate", e);
        }
        return server;
    }

    /** The role and database of the program. */
    public Login login() {
        return postgres.login();
    }

    public Jdbi jdbi() {
        return Jdbi.create(postgres.url(), postgres.user(), postgres.password()).installPlugin(new PostgresPlugin());
    }

    /** Writes out what earlier work has left behind, so that the next measurement does not pay for it. */
    public void checkpoint() {
        try (Connection connection = postgres.superuser().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes a directory and what is in it. */
    public static void delete(Path directory) throws IOException {
        Trees.delete(directory);
    }

    @Override
    public void close() {
        remove();
    }

    private synchronized void remove() {
        if (Files.notExists(directory)) {
            return;
        }
        postgres.close();
        try {
            Trees.delete(directory);
        } catch (IOException e) {
            throw new IllegalStateException("cannot remove " + directory, e);
        }
    }
}
