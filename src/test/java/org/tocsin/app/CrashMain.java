package org.tocsin.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.tocsin.pipeline.WatchStep;
import org.tocsin.series.Merge;

/** The service in a process of its own that says when it has come to a point, and waits there to be killed. */
final class CrashMain {
    /** Where it may be killed. */
    enum Point {
        MERGED,
        JUDGED,
        ACCEPTED
    }

    static final String REACHED = "reached ";

    private CrashMain() {}

    /** Settings, table, the time it is, and where to stop. */
    public static void main(String[] arguments) throws Exception {
        String settings = Files.readString(Path.of(arguments[0]));
        String table = Files.readString(Path.of(arguments[1]));
        InstantSource clock = InstantSource.fixed(Instant.parse(arguments[2]));
        Point end = Point.valueOf(arguments[3]);
        Wiring.Onlookers onlookers = new Wiring.Onlookers(WatchStep.Witness.NOBODY, point -> {
            if (point.equals("accepted")) {
                stopAt(Point.ACCEPTED, end);
            }
        });
        try (House house = new House(settings, clock, onlookers)) {
            house.hand("reports", Merge.Telling.BY_AGE, table);
            stopAt(Point.MERGED, end);
            house.watch();
            stopAt(Point.JUDGED, end);
            house.steps().peers().run();
            house.send();
        }
    }

    private static void stopAt(Point here, Point end) {
        if (here == end) {
            System.out.println(REACHED + here);
            System.out.flush();
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
