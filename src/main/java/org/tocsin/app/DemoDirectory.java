package org.tocsin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.db.LocalPostgres;

/** The replay's own directory: made empty, and only ever emptied when a replay made it. */
record DemoDirectory(Path path) {
    private static final String MARK = "made-by-tocsin-demo";

    /** Makes the directory, or empties it if an earlier replay made it; a server left running in it is stopped first. */
    static DemoDirectory empty(Path path) throws IOException {
        if (Files.exists(path.resolve(MARK))) {
            stopServer(path.resolve("postgres"));
            delete(path);
        } else if (Files.isDirectory(path) && !isEmpty(path)) {
            throw new IllegalArgumentException(
                    path + " is not empty and no earlier demo made it; name another with --dir");
        }
        Files.createDirectories(path);
        Files.writeString(path.resolve(MARK), "everything in here is deleted when the demo starts again\n");
        return new DemoDirectory(path);
    }

    Path mail() {
        return path.resolve("mail");
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void stopServer(Path postgres) {
        if (Files.exists(postgres.resolve("data").resolve("postmaster.pid"))) {
            LocalPostgres.open(postgres).close();
        }
    }

    private static void delete(Path path) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
