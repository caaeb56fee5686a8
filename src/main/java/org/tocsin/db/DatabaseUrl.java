package org.tocsin.db;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What {@code database.url} says: a local PostgreSQL of our own, or one that somebody else runs. */
public sealed interface DatabaseUrl {
    /** A PostgreSQL of our own in a directory, written {@code local:var/postgres}. */
    record Local(Path directory) implements DatabaseUrl {}

    /** A PostgreSQL that somebody else runs, written as its driver wants it. */
    record Remote(String url) implements DatabaseUrl {}

    /**
     * Reads the text of the key.
     *
     * @throws IllegalArgumentException if the text is neither, naming the key and what is allowed
     */
    static DatabaseUrl parse(String text) {
        String url = text.strip();
        String directory = url.startsWith("local:") ? url.substring("local:".length()) : "";
        if (!directory.isEmpty()) {
            return new Local(path(directory));
        }
        if (url.startsWith("jdbc:postgresql:") && driverAccepts(url)) {
            return new Remote(url);
        }
        throw wrong(url);
    }

    private static boolean driverAccepts(String url) {
        try {
            return DriverManager.getDriver(url).acceptsURL(url);
        } catch (SQLException e) {
            // How DriverManager says that no driver does.
            return false;
        }
    }

    private static Path path(String directory) {
        try {
            return Path.of(directory);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(wrong("local:" + directory).getMessage(), e);
        }
    }

    private static IllegalArgumentException wrong(String url) {
        // Not the parameters, which may hold a password.
        return new IllegalArgumentException(("database.url must be local:<directory> or"
                        + " jdbc:postgresql://<host>:<port>/<database>?user=<user>&password=<password>, not %s")
                .formatted(url.isEmpty() ? "empty" : Login.of(url).place()));
    }
}
