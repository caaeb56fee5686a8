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

/** The local PostgreSQL as the program runs it, with the program's schema, in a directory that goes with it or stays. */
public final class BenchServer implements AutoCloseable {
    private final Path directory;
    private final boolean stays;
    private final LocalPostgres postgres;
    private boolean closed;

    private BenchServer(Path directory, boolean stays) {
        this.directory = directory;
        this.stays = stays;
        this.postgres = LocalPostgres.open(directory, Duration.ofMinutes(1));
    }

    /** In a new directory, which is removed at the end. */
    public static BenchServer open() throws IOException {
        return started(new BenchServer(Files.createTempDirectory("tocsin-bench"), false));
    }

    /** In a directory that stays, with what is in it already. */
    public static BenchServer in(Path directory) {
        return started(new BenchServer(directory, true));
    }

    private static BenchServer started(BenchServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::leave));
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

    /** The bytes that are free on its disk. */
    public long room() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    /** The server's first process, whose children do the work. */
    public long process() throws IOException {
        return Long.parseLong(
                Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0));
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
        leave();
    }

    private synchronized void leave() {
        if (closed) {
            return;
        }
        closed = true;
        postgres.close();
        try {
            if (!stays) {
                Trees.delete(directory);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot remove " + directory, e);
        }
    }
}
