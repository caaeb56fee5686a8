package org.tocsin.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/**
 * The project's own PostgreSQL, for those who do not bring one: nothing to install, and as safe as any other.
 *
 * <p>Its directory holds the programs that the jar carries, the data, and a password that only the owner may read. It
 * listens on 127.0.0.1 only, and never without fsync. Several processes share one server: the first starts it, the
 * last stops it, also on Ctrl-C and SIGTERM. One that is killed leaves it running, and the next adopts it.
 */
public final class LocalPostgres implements AutoCloseable {
    private final Stay stay;
    private final int port;
    private final Login login;

    private LocalPostgres(Stay stay, int port) {
        this.stay = stay;
        this.port = port;
        this.login = stay.cluster().login(port);
    }

    /** As {@link #open(Path, Duration)}, for a command that is over when the process is. */
    public static LocalPostgres open(Path directory) {
        return open(directory, Duration.ZERO);
    }

    /**
     * Starts the server of a directory, which is made if missing, or joins the one that runs.
     *
     * @param grace how long the end of the process waits for {@link #close()} before it stops the server by itself
     * @throws DatabaseUnavailableException if that cannot be, with the reason and what to do
     */
    public static LocalPostgres open(Path directory, Duration grace) {
        try {
            Files.createDirectories(
                    directory.toAbsolutePath().normalize(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Stay stay = new Stay(directory.toRealPath(), grace);
            return new LocalPostgres(stay, stay.enter());
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "cannot use the local database in %s: %s".formatted(directory, e), e);
        }
    }

    /** The role and database of the program. */
    public Login login() {
        return login;
    }

    /** The JDBC URL, without user and password. */
    public String url() {
        return login.url();
    }

    public String user() {
        return login.user();
    }

    public String password() {
        return login.password();
    }

    /** The role that may do anything, in the database meant for maintenance. */
    Login superuser() {
        return stay.cluster().superuser(port);
    }

    /** Whether the server was running without any user, left behind by a process that was killed. */
    public boolean adopted() {
        return stay.arrival() == Arrival.ADOPTED;
    }

    /** Whether other processes were using the server already. */
    public boolean joined() {
        return stay.arrival() == Arrival.JOINED;
    }

    /**
     * Leaves the server, and stops it if no other process uses it.
     *
     * @throws DatabaseUnavailableException if it should stop and does not
     */
    @Override
    public void close() {
        try {
            stay.leave();
        } catch (IOException e) {
            throw new DatabaseUnavailableException("cannot leave the local database: " + e, e);
        }
    }
}
