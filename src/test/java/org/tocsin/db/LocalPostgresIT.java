package org.tocsin.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LocalPostgresIT {
    private static final long QUICK_MILLIS = 2000;
    private static final String STRANGER = Long.toString(ProcessHandle.current().pid());

    /** Unpacked and initialised once; each test starts and stops its server. */
    @TempDir
    private static Path root;

    private static Path directory;

    @BeforeAll
    static void makeOne() {
        directory = root.resolve("with space");
        LocalPostgres.open(directory).close();
    }

    @AfterAll
    static void stopWhateverAFailedTestLeft() {
        LocalPostgres.open(directory).close();
    }

    @Test
    void durabilityCannotBeSwitchedOff() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            ask(postgres.superuser(), "alter system set fsync = off");
            ask(postgres.superuser(), "alter system set synchronous_commit = off");
        }
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            assertThat(ask(postgres.login(), "show fsync")).isEqualTo("on");
            assertThat(ask(postgres.login(), "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres.login(), "show full_page_writes")).isEqualTo("on");
        }
    }

    @ParameterizedTest
    @CsvSource({"tocsin, ''", "tocsin, wrong", "postgres, ''", "postgres, wrong"})
    void nobodyEntersWithoutThePassword(String user, String password) {
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            Login intruder = new Login(postgres.url(), user, password);

            assertThatThrownBy(intruder::connect)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void thePasswordsAreForTheOwnerOnly() throws Exception {
        for (String file : new String[] {"password", "postgres.password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
                    .isEqualTo("rw-------");
        }
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            assertThat(directory.resolve("password")).hasContent(postgres.password());
            assertThat(postgres.login().toString()).doesNotContain(postgres.password());
        }
    }

    @Test
    void theProgramsRoleOwnsItsDatabaseAndNothingMore() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            assertThat(ask(
                            postgres.login(),
                            "select rolsuper or rolcreatedb or rolcreaterole from pg_roles"
                                    + " where rolname = current_user"))
                    .isEqualTo("f");
            ask(postgres.login(), "create extension if not exists btree_gist");
        }
    }

    @Test
    void itListensOn127001Only() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            int port = Integer.parseInt(ask(postgres.login(), "show port"));

            assertThat(ask(postgres.superuser(), "show unix_socket_directories"))
                    .isEmpty();
            connectTo("127.0.0.1", port);
            for (String other : new String[] {"127.0.0.2", "::1"}) {
                assertThatThrownBy(() -> connectTo(other, port)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aSecondProcessJoinsAndItsEndStopsNothing() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.open(directory);
                Guest guest = Guest.in(directory)) {
            assertThat(guest.arrival()).isEqualTo("joined");

            guest.finish();
            assertThat(ask(postgres.login(), "select 1")).isEqualTo("1");
        }
        assertStopped();
    }

    @Test
    void theFirstProcessLeavesTheServerToTheSecond() throws Exception {
        LocalPostgres postgres = LocalPostgres.open(directory);
        try (Guest guest = Guest.in(directory)) {
            postgres.close();
            assertThat(ask(postgres.login(), "select 1")).isEqualTo("1");

            guest.finish();
            assertStopped();
        }
    }

    @Test
    void ofTwoProcessesAtOnceOneStartsTheServerAndOneJoins() throws Exception {
        CompletableFuture<Guest> other = CompletableFuture.supplyAsync(LocalPostgresIT::guest);
        try (Guest one = guest();
                Guest two = other.get()) {
            assertThat(List.of(one.arrival(), two.arrival())).containsExactlyInAnyOrder("started", "joined");
            one.terminate();
            two.terminate();
        }
        assertStopped();
    }

    @Test
    void afterAKillTheNextStartAdoptsTheServerWithItsData() throws Exception {
        try (Guest guest = Guest.in(directory)) {
            guest.kill();
        }
        try (Guest second = Guest.in(directory)) {
            assertThat(second.arrival()).isEqualTo("adopted");
            assertThat(second.millis()).isLessThan(QUICK_MILLIS);
            second.kill();
        }
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            assertThat(postgres.adopted()).isTrue();
        }
        assertStopped();
    }

    @Test
    void aStartOnExistingDataIsQuickAndFindsWhatWasCommitted() throws Exception {
        String port;
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            ask(postgres.login(), "create table quick (n int)");
            ask(postgres.login(), "insert into quick values (42)");
            port = ask(postgres.login(), "show port");
        }
        long start = System.nanoTime();
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(QUICK_MILLIS);
            assertThat(ask(postgres.login(), "select n from quick")).isEqualTo("42");
            assertThat(ask(postgres.login(), "show port")).isEqualTo(port);
        }
    }

    @Test
    void sigtermOfTheLastProcessStopsTheServer() throws Exception {
        try (Guest guest = Guest.in(directory)) {
            assertThat(guest.arrival()).isEqualTo("started");
            guest.terminate();
        }
        assertStopped();
    }

    @Test
    void ctrlCReachesTheServerOnlyThroughItsProcess() throws Exception {
        try (Guest guest = Guest.in(directory)) {
            long server = PidFile.read(directory.resolve("data")).orElseThrow().pid();
            assertThat(groupOf(server)).isEqualTo(server);
            guest.interrupt();
        }
        assertStopped();
    }

    @Test
    void aServerThatWasKilledRecoversWhatWasCommitted() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            ask(postgres.login(), "create table survivor (n int)");
            ask(postgres.login(), "insert into survivor values (7)");
            killServer();
        }
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            assertThat(ask(postgres.login(), "select n from survivor")).isEqualTo("7");
        }
    }

    @Test
    void aStrangerWithTheProcessNumberOfAFormerServerIsNoObstacle() throws Exception {
        Files.writeString(
                directory.resolve("data/postmaster.pid"), STRANGER + "\n" + directory + "\n0\n5432\n\n\n\nready\n");

        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(ask(postgres.login(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aSecondUseByOneProcessIsRefusedAndDisturbsNothing() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.open(directory)) {
            assertThatThrownBy(() -> LocalPostgres.open(directory))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("this process uses the local database already");

            try (Guest guest = Guest.in(directory)) {
                assertThat(guest.arrival()).isEqualTo("joined");
                guest.finish();
            }
            assertThat(ask(postgres.login(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void theDataOfAnotherMajorVersionIsLeftAlone(@TempDir Path other) throws Exception {
        Files.createDirectory(other.resolve("data"));
        Files.writeString(other.resolve("data/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> LocalPostgres.open(other))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("is of PostgreSQL 17")
                .hasMessageContaining("dump it with the jar that made it");
        try (Stream<Path> files = Files.list(other.resolve("data"))) {
            assertThat(files).hasSize(1);
        }
    }

    private static Guest guest() {
        try {
            return Guest.in(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertStopped() {
        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    private static void connectTo(String address, int port) throws IOException {
        new Socket(InetAddress.getAllByName(address)[0], port).close();
    }

    private static void killServer() throws IOException {
        long pid = PidFile.read(directory.resolve("data")).orElseThrow().pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static long groupOf(long pid) throws Exception {
        Process ps = new ProcessBuilder("ps", "-o", "pgid=", "-p", Long.toString(pid)).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    private static String ask(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
