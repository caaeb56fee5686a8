package org.tocsin.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL programs that the jar carries, and the place where they are unpacked.
 *
 * @param version as the build took them, such as 18.1.0
 * @param resource name of the archive at the root of the class path
 */
record PostgresBinaries(String version, String resource) {
    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String PREFIX = "pgsql-";

    static PostgresBinaries carried() {
        return new PostgresBinaries(
                builtVersion(), resourceFor(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    /** The names that the binaries of io.zonky.test.postgres give their archives. */
    static String resourceFor(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        return "postgres-%s-%s.txz"
                .formatted(
                        os.startsWith("mac") ? "darwin" : os.replace(' ', '_'),
                        switch (arch) {
                            case "amd64", "x86_64" -> "x86_64";
                            case "aarch64", "arm64" -> "arm_64";
                            default -> arch;
                        });
    }

    private static String builtVersion() {
        Properties properties = new Properties();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks org/tocsin/db/postgres.properties");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    /** The part of the version that decides whether a data directory can be read, such as 18. */
    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    Path home(Path directory) {
        return directory.resolve(PREFIX + version);
    }

    /** @throws DatabaseUnavailableException if the jar was built for another platform */
    void requireCarried() {
        if (PostgresBinaries.class.getResource("/" + resource) == null) {
            throw new DatabaseUnavailableException(("this jar carries no PostgreSQL for this machine (%s is missing;"
                            + " it was built on another platform): build it here, or set database.url to a PostgreSQL 15"
                            + " or newer of your own, as in jdbc:postgresql://host:5432/tocsin?user=tocsin&password=...")
                    .formatted(resource));
        }
    }

    /**
     * Unpacks the programs beside the data unless they are there. They appear under their name only when whole.
     *
     * @return whether they had to be unpacked
     */
    boolean unpack(Path directory) throws IOException {
        Path home = home(directory);
        if (Files.isDirectory(home)) {
            return false;
        }
        requireCarried();
        long start = System.nanoTime();
        log.info("unpacking PostgreSQL version={} into={}", version, home);
        Path part = directory.resolve("unpacking");
        Trees.delete(part);
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + resource)) {
            Archives.unpackTarXz(in, part);
        }
        Files.move(part, home);
        log.info("unpacked PostgreSQL version={} millis={}", version, (System.nanoTime() - start) / 1_000_000);
        return true;
    }

    /** Removes programs of other versions; to be called only while no server of this directory runs. */
    void deleteOthers(Path directory) throws IOException {
        for (Path other : Trees.children(directory, PREFIX + "*")) {
            if (!other.equals(home(directory))) {
                Trees.delete(other);
                log.info("deleted the programs of another version path={}", other);
            }
        }
    }
}
