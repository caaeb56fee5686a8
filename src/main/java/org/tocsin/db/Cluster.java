package org.tocsin.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data of a local server: made once by initdb, holding one role and one database of the program.
 *
 * @param directory what holds the data, the programs and the passwords
 */
record Cluster(Path directory) {
    static final String NAME = "tocsin";

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final String SUPERUSER = "postgres";
    private static final String MAINTENANCE = "postgres";
    private static final Duration TO_INITIALISE = Duration.ofMinutes(10);

    /** What postgresql.conf starts with; whoever runs the machine may change it there. */
    private static final List<String> SETTINGS = List.of(
            "max_connections=60",
            "shared_buffers=128MB",
            "max_wal_size=1GB",
            "wal_compression=on",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "logging_collector=on",
            "log_directory=log",
            "log_filename=postgresql-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d",
            "log_rotation_size=0");

    Path data() {
        return directory.resolve("data");
    }

    Secret password() {
        return new Secret(directory.resolve("password"));
    }

    private Secret superuserPassword() {
        return new Secret(directory.resolve("postgres.password"));
    }

    Login login(int port) {
        return new Login(url(port, NAME), NAME, password().read());
    }

    Login superuser(int port) {
        return new Login(url(port, MAINTENANCE), SUPERUSER, superuserPassword().read());
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    boolean exists() {
        return Files.exists(data());
    }

    /** @throws DatabaseUnavailableException if the data is not of this major version */
    void requireMajor(String major) throws IOException {
        Path version = data().resolve("PG_VERSION");
        if (Files.notExists(version)) {
            throw new DatabaseUnavailableException(
                    "no PostgreSQL data in %s (there is no PG_VERSION): move it away, and a new one is made"
                            .formatted(data()));
        }
        String found = Files.readString(version).strip();
        if (!found.equals(major)) {
            throw new DatabaseUnavailableException(("the data in %s is of PostgreSQL %s, this jar carries PostgreSQL"
                            + " %s: dump it with the jar that made it, move the directory away, and load the dump with"
                            + " this one")
                    .formatted(data(), found, major));
        }
    }

    /** Makes the data, which appears under its name only when whole. */
    void initialise(PgCommand pg) throws IOException {
        log.info("initialising the local database path={}", data());
        long start = System.nanoTime();
        for (Path abandoned : Trees.children(directory, "data.*")) {
            Trees.delete(abandoned);
        }
        for (Secret secret : List.of(password(), superuserPassword())) {
            secret.create();
            pg.demotion().give(secret.file());
        }
        // A new name each time: the initdb of a killed process may still be at work on the last one.
        Path part = directory.resolve("data." + System.nanoTime());
        pg.require(TO_INITIALISE, "initdb", initdbArguments(part));
        Files.move(part, data());
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
        log.info("initialised the local database path={} millis={}", data(), (System.nanoTime() - start) / 1_000_000);
    }

    /** The built-in locale sorts and folds alike on every machine and under every C library. */
    private String[] initdbArguments(Path target) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + target,
                "--username=" + SUPERUSER,
                "--pwfile=" + superuserPassword().file(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments.toArray(String[]::new);
    }

    /** Makes the program's role and database unless they are there. */
    void furnish(int port) {
        try (Connection connection = superuser(port).connect();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
                // Of a Secret's letters none needs quoting.
                statement.execute(
                        "create role tocsin login password '" + password().read() + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?")) {
                statement.execute("create database tocsin owner tocsin");
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "the local database in %s is up but cannot be used: %s".formatted(directory, e.getMessage()), e);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, NAME);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
