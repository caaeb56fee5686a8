package org.tocsin.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the programs of one unpacked PostgreSQL, as a user that they accept and free of the caller's PG variables.
 *
 * @param home where the programs are unpacked
 * @param directory where they run; it must be one that the user may enter
 * @param demotion how root steps down
 */
record PgCommand(Path home, Path directory, Demotion demotion) {
    private static final Logger log = LoggerFactory.getLogger(PgCommand.class);
    private static final long SECONDS_BETWEEN_SIGNS_OF_LIFE = 5;

    /** What a program answered: its exit status, and what it printed. */
    record Outcome(int status, String output) {}

    /** @throws DatabaseUnavailableException if the program cannot run here or does not end within the limit */
    Outcome run(Duration limit, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        // A file, not a pipe: a server left running would keep a pipe open for ever.
        Path output = Files.createTempFile(directory, program, ".out");
        try {
            Process process = start(command, output);
            await(process, program, limit);
            return new Outcome(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8).strip());
        } finally {
            Files.delete(output);
        }
    }

    private Process start(List<String> command, Path output) {
        ProcessBuilder builder = new ProcessBuilder(demotion.apply(command))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new DatabaseUnavailableException("cannot run " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    private static void await(Process process, String program, Duration limit) {
        long start = System.nanoTime();
        try {
            while (!process.waitFor(SECONDS_BETWEEN_SIGNS_OF_LIFE, TimeUnit.SECONDS)) {
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                if (waited.compareTo(limit) > 0) {
                    process.destroy();
                    throw new DatabaseUnavailableException(
                            "%s did not end within %d seconds".formatted(program, limit.toSeconds()));
                }
                log.info("still waiting for {} seconds={}", program, waited.toSeconds());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("interrupted while waiting for " + program, e);
        }
    }

    /** Like {@link #run}, for a program that must succeed. */
    void require(Duration limit, String program, String... arguments) throws IOException {
        Outcome outcome = run(limit, program, Arrays.asList(arguments));
        if (outcome.status() != 0) {
            throw new DatabaseUnavailableException(
                    "%s failed with status %d: %s".formatted(program, outcome.status(), outcome.output()));
        }
    }
}
