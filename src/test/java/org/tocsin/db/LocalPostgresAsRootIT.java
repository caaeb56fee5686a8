package org.tocsin.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL refuses root; what a process of root does then can be seen by root only. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LocalPostgresAsRootIT {
    private static final int NOBODY = 65534;

    private Path parent;
    private Path directory;

    @BeforeEach
    void makeParent() throws IOException {
        assumeThat(new UnixSystem().getUid())
                .as("the user's number, 0 for root")
                .isZero();
        parent = Files.createTempDirectory("as-root");
        directory = Files.createDirectory(parent.resolve("postgres"));
    }

    @AfterEach
    void deleteParent() throws IOException {
        if (parent != null) {
            Trees.delete(parent);
        }
    }

    @Test
    void rootsOwnDirectoryWorksBelowOneThatOnlyRootMayEnter() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));

        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            assertThat(postgres.joined()).isFalse();
            assertThat(ownerOf("data")).isZero();
        }
    }

    @Test
    void whatRootMadeStillWorksWhenItIsGivenToNobody() throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        LocalPostgres.open(directory).close();

        Demotion.nobody(directory);

        try (LocalPostgres postgres = LocalPostgres.open(directory);
                Guest guest = Guest.in(directory)) {
            assertThat(guest.arrival()).isEqualTo("joined");
            assertThat(ownerOf("data/postmaster.pid")).isEqualTo(NOBODY);
            assertThat(postgres.login().connect()).satisfies(connection -> connection.close());
            guest.finish();
        }
        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aDirectoryOfAnotherUserIsFilledForThatUser() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        Trees.giveTo(directory, NOBODY, NOBODY);

        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            assertThat(postgres.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            for (String file : new String[] {"data", "password", "port", "users.lock"}) {
                assertThat(ownerOf(file)).as(file).isEqualTo(NOBODY);
            }
        }
    }

    @Test
    void aDirectoryThatItsUserCannotReachIsRefusedWithAWayOut() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));
        Trees.giveTo(directory, NOBODY, NOBODY);

        assertThatThrownBy(() -> LocalPostgres.open(directory))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("PostgreSQL refuses to run as root")
                .hasMessageContaining("set database.url");
        assertThatThrownBy(() -> Demotion.nobody(directory)).isInstanceOf(DatabaseUnavailableException.class);
    }

    private int ownerOf(String file) throws IOException {
        return (int) Files.getAttribute(directory.resolve(file), "unix:uid");
    }
}
