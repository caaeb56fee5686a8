package org.tocsin.db;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that uses a local server until its input ends, or until somebody ends it. */
final class LocalPostgresGuest {
    private LocalPostgresGuest() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        try (LocalPostgres postgres = LocalPostgres.open(Path.of(arguments[0]))) {
            String arrival = postgres.adopted() ? "adopted" : postgres.joined() ? "joined" : "started";
            System.out.println(Guest.READY + arrival + " " + (System.nanoTime() - start) / 1_000_000);
            int end = System.in.read();
            System.out.println("input ended: " + end);
        }
    }
}
