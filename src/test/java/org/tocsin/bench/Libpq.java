package org.tocsin.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tocsin.db.Login;

/** Asks statements through libpq over one connection that stays open: by pgbench, which prepares each once and writes down every time. */
record Libpq(Path pgbench, Login login) {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /** Where pgbench is on this machine: on the path, or where Debian puts it. */
    static Optional<Path> find() throws IOException {
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "pgbench"));
        try (Stream<Path> debian = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
            return Stream.concat(debian.map(version -> version.resolve("bin/pgbench")), path)
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    /** The nanoseconds that all the statements took together, for each time they were asked. */
    long[] ask(List<String> statements, int times) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tocsin-bench");
        try {
            Path script = folder.resolve("trend.sql");
            Files.writeString(script, String.join(";\n", statements) + ";\n");
            run(folder, times);
            try (Stream<Path> logs = Files.list(folder)) {
                Path log = logs.filter(file -> file.getFileName().toString().startsWith("log."))
                        .findFirst()
                        .orElseThrow(() -> new IOException("pgbench has written no log"));
                return Files.readAllLines(log).stream()
                        .mapToLong(line -> Long.parseLong(line.split(" ", -1)[2]) * 1_000)
                        .toArray();
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void run(Path folder, int times) throws IOException, InterruptedException {
        URI url = URI.create(login.url().substring("jdbc:".length()));
        ProcessBuilder builder = new ProcessBuilder(
                        pgbench.toString(),
                        "--no-vacuum",
                        "--client=1",
                        "--protocol=prepared",
                        "--transactions=" + times,
                        "--log",
                        "--file=trend.sql",
                        "--log-prefix=log",
                        "--host=" + url.getHost(),
                        "--port=" + url.getPort(),
                        "--username=" + login.user(),
                        url.getPath().substring(1))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", login.password());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench: " + said);
        }
    }
}
