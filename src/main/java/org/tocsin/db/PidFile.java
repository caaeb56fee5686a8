package org.tocsin.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of itself in its {@code postmaster.pid}.
 *
 * @param pid its process; 0, which no process has, in a file still empty
 * @param port where it listens
 * @param ready whether it takes connections; otherwise it is coming up or going down
 */
record PidFile(long pid, int port, boolean ready) {
    static final String NAME = "postmaster.pid";

    // The lines as in PostgreSQL's src/include/utils/pidfile.h.
    private static final int PID = 0;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    /** Empty if there is no file. A server that is not ready has port 0. */
    static Optional<PidFile> read(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve(NAME), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        boolean ready = lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
        return Optional.of(new PidFile(
                lines.isEmpty() ? 0 : Long.parseLong(lines.get(PID).strip()),
                ready ? Integer.parseInt(lines.get(PORT).strip()) : 0,
                ready));
    }

    /**
     * Whether no PostgreSQL has the process number any more. After a reboot another program may have it, and where
     * nobody collects dead processes a killed server keeps it, as a process without a command line.
     */
    boolean isStale() {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        if (Files.notExists(commandLine)) {
            return ProcessHandle.of(pid).isEmpty();
        }
        try {
            String words = Files.readString(commandLine, StandardCharsets.ISO_8859_1);
            int end = words.indexOf('\0');
            return end < 0 || !words.substring(0, end).endsWith("postgres");
        } catch (IOException e) {
            // It ended between the two questions.
            return true;
        }
    }
}
