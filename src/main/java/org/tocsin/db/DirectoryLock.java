package org.tocsin.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets processes agree on who starts and who stops the server of a directory.
 *
 * <p>Each user of the server holds {@code users.lock} shared for as long as it lives; whoever can take it alone is the
 * only one. {@code turn.lock} is held alone by whoever is just coming or going. The operating system drops both when
 * a process dies, however it dies.
 */
final class DirectoryLock implements AutoCloseable {
    static final String USERS = "users.lock";
    static final String TURN = "turn.lock";

    private static final Logger log = LoggerFactory.getLogger(DirectoryLock.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** File locks belong to the whole process and closing any channel drops them, so that one process has one only. */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel users;
    private final FileChannel turns;
    private @Nullable FileLock use;
    private @Nullable FileLock turn;

    private DirectoryLock(Path directory, FileChannel users, FileChannel turns) {
        this.directory = directory;
        this.users = users;
        this.turns = turns;
    }

    /** @throws DatabaseUnavailableException if this process uses the directory already */
    static DirectoryLock of(Path directory) throws IOException {
        if (!HELD_BY_THIS_PROCESS.add(directory)) {
            throw new DatabaseUnavailableException("this process uses the local database already: " + directory);
        }
        FileChannel users = null;
        try {
            users = open(directory.resolve(USERS));
            return new DirectoryLock(directory, users, open(directory.resolve(TURN)));
        } catch (IOException e) {
            if (users != null) {
                users.close();
            }
            HELD_BY_THIS_PROCESS.remove(directory);
            throw e;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), OWNER_ONLY);
    }

    /** Waits until no other process is coming or going. */
    void takeTurn() throws IOException {
        long start = System.nanoTime();
        boolean told = false;
        for (turn = turns.tryLock(); turn == null; turn = turns.tryLock()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new DatabaseUnavailableException(
                        "another process has been starting or stopping the local database for %d minutes: %s"
                                .formatted(PATIENCE.toMinutes(), directory));
            }
            if (!told) {
                log.info("waiting for another process that starts or stops the local database path={}", directory);
                told = true;
            }
            pause();
        }
    }

    void endTurn() throws IOException {
        if (turn != null) {
            turn.release();
            turn = null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("interrupted while waiting for the local database", e);
        }
    }

    /** Whether no other process uses the server. To be asked in one's turn and while not using it oneself. */
    boolean unused() throws IOException {
        FileLock alone = users.tryLock();
        if (alone == null) {
            return false;
        }
        alone.release();
        return true;
    }

    /** Counts this process among the users. To be called in one's turn. */
    void use() throws IOException {
        use = users.lock(0, Long.MAX_VALUE, true);
    }

    void endUse() throws IOException {
        if (use != null) {
            use.release();
            use = null;
        }
    }

    @Override
    public void close() throws IOException {
        users.close();
        turns.close();
        HELD_BY_THIS_PROCESS.remove(directory);
    }
}
