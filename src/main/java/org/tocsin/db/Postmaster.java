package org.tocsin.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process of a data directory: is it there, start it, stop it.
 *
 * @param pg the programs
 * @param data the data directory
 * @param port the port to listen on
 */
record Postmaster(PgCommand pg, Path data, Port port) {
    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    /** A start after a crash replays what was written since the last checkpoint, which may take its time. */
    private static final Duration TO_START = Duration.ofMinutes(15);

    private static final Duration TO_STOP = Duration.ofMinutes(2);
    private static final Duration TO_SETTLE = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 30;
    private static final int LINES_TO_QUOTE = 10;

    /** On the command line, where neither postgresql.conf nor ALTER SYSTEM can undo them. */
    private static final String PROMISES = "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on"
            + " -c full_page_writes=on -c synchronous_commit=on";

    /** The port of the running server, or empty if none runs. Waits for one that is coming up or going down. */
    OptionalInt runningPort() throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < TO_SETTLE.toNanos()) {
            Optional<PidFile> file = PidFile.read(data);
            if (file.isEmpty() || file.get().isStale()) {
                return OptionalInt.empty();
            }
            if (file.get().ready()) {
                return OptionalInt.of(file.get().port());
            }
            pause(20);
        }
        throw new DatabaseUnavailableException(
                "the local database has been coming up or going down for %d seconds; its log is in %s"
                        .formatted(TO_SETTLE.toSeconds(), logs()));
    }

    /**
     * Starts the server, in a session of its own that a Ctrl-C at the terminal does not reach.
     *
     * @return the port it listens on
     * @throws DatabaseUnavailableException with the end of the server's log
     */
    int start() throws IOException {
        forgetTheDead();
        for (int attempt = 1; ; attempt++) {
            int chosen = port.choose();
            pg.demotion().give(port.file());
            PgCommand.Outcome outcome = pg.run(
                    TO_START,
                    "pg_ctl",
                    List.of(
                            "start",
                            "-w",
                            "-s",
                            "-t",
                            Long.toString(TO_START.toSeconds()),
                            "-D",
                            data.toString(),
                            "-l",
                            startLog().toString(),
                            "-o",
                            "-p " + chosen + " " + PROMISES));
            if (outcome.status() == 0) {
                return chosen;
            }
            String why = lastWords();
            boolean passes = !Port.isFree(chosen) || why.contains("shared memory block");
            if (!passes || attempt == ATTEMPTS) {
                throw new DatabaseUnavailableException("the local database did not start (%s); its log in %s ends: %s"
                        .formatted(outcome.output(), logs(), why));
            }
            // Somebody took the port, or children of a killed server have not all noticed yet.
            pause(200);
        }
    }

    /**
     * Lets running transactions fail and the server end.
     *
     * @return whether a server ran
     */
    boolean stop() throws IOException {
        if (runningPort().isEmpty()) {
            return false;
        }
        String seconds = Long.toString(TO_STOP.toSeconds());
        PgCommand.Outcome outcome = pg.run(
                TO_STOP.plusSeconds(5),
                "pg_ctl",
                List.of("stop", "-s", "-m", "fast", "-w", "-t", seconds, "-D", data.toString()));
        // A server that dies by itself meanwhile is no failure, although pg_ctl calls it one.
        if (outcome.status() != 0 && runningPort().isPresent()) {
            throw new DatabaseUnavailableException("the local database did not stop: " + outcome.output());
        }
        return true;
    }

    /**
     * PostgreSQL would take a stranger that has the number of its former process for itself, and refuse to start. Its
     * other guard, the shared memory of the data directory, stays.
     */
    private void forgetTheDead() throws IOException {
        Optional<PidFile> file = PidFile.read(data);
        if (file.isPresent()) {
            log.info("the former server ended without a word pid={}", file.get().pid());
            Files.delete(data.resolve(PidFile.NAME));
        }
        Files.deleteIfExists(startLog());
    }

    private Path startLog() {
        return pg.directory().resolve("start.log");
    }

    private Path logs() {
        return data.resolve("log");
    }

    private String lastWords() throws IOException {
        if (Files.notExists(logs())) {
            return Files.exists(startLog()) ? end(startLog()) : "";
        }
        try (Stream<Path> files = Files.list(logs())) {
            Optional<Path> newest =
                    files.max(Comparator.comparing(file -> file.toFile().lastModified()));
            return (Files.exists(startLog()) ? end(startLog()) : "")
                    + (newest.isPresent() ? "\n" + end(newest.get()) : "");
        }
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TO_QUOTE), lines.size()));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("interrupted while starting or stopping PostgreSQL", e);
        }
    }
}
