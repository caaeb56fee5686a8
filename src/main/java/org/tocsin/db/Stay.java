package org.tocsin.db;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process's use of a local server, from finding or starting it to leaving or stopping it. */
final class Stay {
    private static final Logger log = LoggerFactory.getLogger(Stay.class);

    private final Path directory;
    private final Cluster cluster;
    private final Duration grace;
    private final CountDownLatch left = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::leaveAtExit, "local-postgres-exit");
    private @Nullable DirectoryLock lock;
    private @Nullable Postmaster postmaster;
    private Arrival arrival = Arrival.STARTED;

    /**
     * @param directory an existing directory, by its real path
     * @param grace how long the end of the process waits for the owner to leave by itself
     */
    Stay(Path directory, Duration grace) {
        this.directory = directory;
        this.cluster = new Cluster(directory);
        this.grace = grace;
    }

    Arrival arrival() {
        return arrival;
    }

    Cluster cluster() {
        return cluster;
    }

    /**
     * Joins the running server or starts it. An exit during this waits for its end, so that no server is left behind.
     *
     * @return the port
     */
    synchronized int enter() throws IOException {
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            lock = DirectoryLock.of(directory);
            lock.takeTurn();
            int port = enter(lock);
            lock.use();
            lock.endTurn();
            return port;
        } catch (IOException | RuntimeException e) {
            abandon(e);
            throw e;
        }
    }

    private int enter(DirectoryLock held) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.carried();
        Demotion demotion = Demotion.in(directory);
        demotion.give(directory.resolve(DirectoryLock.USERS));
        demotion.give(directory.resolve(DirectoryLock.TURN));
        if (cluster.exists()) {
            cluster.requireMajor(binaries.major());
        }
        if (binaries.unpack(directory)) {
            demotion.give(binaries.home(directory));
        }
        PgCommand pg = new PgCommand(binaries.home(directory), directory, demotion);
        postmaster = new Postmaster(pg, cluster.data(), new Port(directory.resolve("port")));
        int port = find(held, binaries, pg, postmaster);
        cluster.furnish(port);
        return port;
    }

    private int find(DirectoryLock held, PostgresBinaries binaries, PgCommand pg, Postmaster server)
            throws IOException {
        OptionalInt running = server.runningPort();
        if (running.isPresent()) {
            arrival = held.unused() ? Arrival.ADOPTED : Arrival.JOINED;
            log.info(
                    "{} the local database port={}",
                    arrival == Arrival.JOINED ? "joined" : "adopted",
                    running.getAsInt());
            return running.getAsInt();
        }
        binaries.deleteOthers(directory);
        if (!cluster.exists()) {
            cluster.initialise(pg);
        }
        long start = System.nanoTime();
        int port = server.start();
        arrival = Arrival.STARTED;
        log.info("started the local database port={} millis={}", port, (System.nanoTime() - start) / 1_000_000);
        return port;
    }

    /** Leaves the server, and stops it if no other process uses it. Does nothing the second time. */
    synchronized void leave() throws IOException {
        left.countDown();
        if (lock == null || postmaster == null) {
            return;
        }
        try (DirectoryLock held = lock) {
            lock = null;
            held.takeTurn();
            held.endUse();
            if (!held.unused()) {
                log.info("left the local database to its other users path={}", directory);
            } else if (postmaster.stop()) {
                log.info("stopped the local database path={}", directory);
            } else {
                log.warn("the local database had ended before its last user path={}", directory);
            }
        }
        forgetExit();
    }

    private void leaveAtExit() {
        try {
            boolean byItself = left.await(grace.toMillis(), TimeUnit.MILLISECONDS);
            log.debug("the process is ending, left by itself: {}", byItself);
            // In either case: an owner that is leaving holds this up until it is done.
            leave();
        } catch (IOException | DatabaseUnavailableException e) {
            log.error("left the local database running path={}", directory, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server that could not be entered is of no use to anybody, unless others are in it. */
    private void abandon(Exception cause) {
        left.countDown();
        if (lock != null) {
            try (DirectoryLock held = lock) {
                lock = null;
                if (postmaster != null && held.unused()) {
                    boolean ran = postmaster.stop();
                    log.info("gave up the local database path={} stopped={}", directory, ran);
                }
            } catch (IOException | DatabaseUnavailableException e) {
                cause.addSuppressed(e);
            }
        }
        forgetExit();
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            log.debug("the process is ending", e);
        }
    }
}
