package org.tocsin.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Another process beside the test's own, in a session of its own as behind another terminal.
 *
 * @param process the one that runs {@link LocalPostgresGuest}
 * @param arrival what it said: started, joined or adopted
 * @param millis how long it took to get there
 */
record Guest(Process process, String arrival, long millis) implements AutoCloseable {
    static final String READY = "ready ";

    private static final long SECONDS = 30;

    static Guest in(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        "setsid",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalPostgresGuest.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                String[] words = line.substring(READY.length()).split(" ", -1);
                return new Guest(process, words[0], Long.parseLong(words[1]));
            }
        }
        throw new IOException("the other process ended before it had its server");
    }

    /** Ends as a command does that has nothing left to do. */
    void finish() throws IOException, InterruptedException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        await();
    }

    /** What systemd, or a plain kill, sends. */
    void terminate() throws InterruptedException {
        process.destroy();
        await();
    }

    /** What Ctrl-C at its terminal sends to everything that was started there. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
        await();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        await();
    }

    private void await() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the other process does not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
