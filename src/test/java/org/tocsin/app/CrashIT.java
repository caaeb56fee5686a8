package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.db.TestDatabase;
import org.tocsin.http.StubAnswer;
import org.tocsin.http.StubServer;
import org.tocsin.series.Merge;

/** A process is killed with SIGKILL on the way from a figure to its messages; another takes over, and both messages arrive. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CrashIT {
    private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");
    private static final Duration LEASE_OVER = Duration.ofMinutes(2);

    /** And delivered again, on a busy machine; the lease would end after 90 seconds. */
    private static final Duration NOTICED = Duration.ofSeconds(5);

    private static final int KILLED = 137;
    private static final String HEADER = "record,metric,country,cause,start,end,value\n";

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.migrated();
    private final StubServer receiver = StubServer.start();

    @BeforeEach
    void loadHistory() throws IOException {
        receiver.on("/hook", StubAnswer.status(204));
        Files.writeString(folder.resolve("settings.yml"), settings());
        Files.writeString(folder.resolve("table.csv"), HEADER + "r2,killed,SDN,conflict,2024-02-28,2024-02-28,700\n");
        try (House house = new House(settings(), InstantSource.fixed(NOW.minus(Duration.ofDays(2))))) {
            house.hand("reports", Merge.Telling.BY_AGE, HEADER + "r1,killed,SDN,conflict,2023-12-01,2023-12-01,20\n");
            house.watch();
        }
    }

    @AfterEach
    void close() {
        receiver.close();
        database.close();
    }

    @Test
    void whatWasMergedAndNotYetJudgedIsJudgedByTheNextProcess() throws Exception {
        killAt(CrashMain.Point.MERGED, 1);
        assertThat(messages()).isZero();

        takeOver();

        assertThat(mailIds()).hasSize(1);
        assertThat(hookIds()).hasSize(1);
        assertThat(messages()).isEqualTo(2);
        assertThat(delivered()).isEqualTo(2);
    }

    @Test
    void whatWasJudgedAndNotYetSentIsSentByTheNextProcess() throws Exception {
        killAt(CrashMain.Point.JUDGED, 1);
        assertThat(messages()).isEqualTo(2);
        assertThat(hookIds()).isEmpty();

        takeOver();

        assertThat(mailIds()).hasSize(1);
        assertThat(hookIds()).hasSize(1);
        assertThat(messages()).isEqualTo(2);
        assertThat(delivered()).isEqualTo(2);
    }

    @Test
    void whatWasTakenButNotWrittenDownGoesAgainUnderTheSameId() throws Exception {
        killAt(CrashMain.Point.ACCEPTED, 2);
        assertThat(mailIds()).hasSize(1);
        assertThat(hookIds()).hasSize(1);
        assertThat(delivered()).isZero();

        takeOver();

        assertThat(mailIds()).hasSize(2);
        assertThat(mailIds().stream().distinct()).hasSize(1);
        assertThat(hookIds()).hasSize(2);
        assertThat(hookIds().stream().distinct()).hasSize(1);
        assertThat(messages()).isEqualTo(2);
        assertThat(delivered()).isEqualTo(2);
    }

    @Test
    void whatADeadNodeHadClaimedIsSentByItsPeerWithoutWaitingForTheLease() throws Exception {
        try (House peer = new House(settings(), InstantSource.fixed(NOW))) {
            killAt(CrashMain.Point.ACCEPTED, 2);
            long died = System.nanoTime();

            while (delivered() < 2) {
                peer.steps().peers().run();
                peer.send();
                assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(NOTICED);
            }
        }

        assertThat(mailIds()).hasSize(2);
        assertThat(hookIds()).hasSize(2);
        assertThat(hookIds().stream().distinct()).hasSize(1);
    }

    /** Runs the service until it has said {@code times} that it is at the point, and kills it there. */
    private void killAt(CrashMain.Point point, int times) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashMain.class.getName(),
                        folder.resolve("settings.yml").toString(),
                        folder.resolve("table.csv").toString(),
                        NOW.toString(),
                        point.name())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            long reached = lines.lines()
                    .filter(line -> line.equals(CrashMain.REACHED + point))
                    .limit(times)
                    .count();
            assertThat(reached)
                    .as(Files.readString(folder.resolve("errors.txt")))
                    .isEqualTo(times);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(KILLED);
    }

    private void takeOver() throws InterruptedException {
        try (House house = new House(settings(), InstantSource.fixed(NOW.plus(LEASE_OVER)))) {
            house.watch();
            house.send();
        }
    }

    private String settings() {
        return House.database(database.login())
                + """
                publicUrl: https://tocsin.example
                http: {userAgent: Tocsin/test (ops@example.org)}
                rules: "%s"
                subscribers:
                  recipients: [{email: duty@ngo.example, locale: en}]
                  endpoints:
                    - {name: map, url: "%s", secrets: [whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw]}
                email: {transport: smtp, from: alerts@tocsin.example, host: 127.0.0.1, port: %d, startTls: false}
                webhooks: {allowPrivateNetworks: true}
                """.formatted(rules(), receiver.uri("/hook"), MAIL.getSmtp().getPort());
    }

    private Path rules() {
        try {
            Path rules = Files.createDirectories(folder.resolve("rules"));
            Files.writeString(rules.resolve("killed.yml"), """
                    id: killed-stated
                    title: Deaths in a report
                    metric: killed
                    cause: conflict
                    interval: statement
                    sources: [reports]
                    detector: {type: threshold, levels: {watch: 100}}
                    """);
            return rules;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> mailIds() {
        return Stream.of(MAIL.getReceivedMessages()).map(CrashIT::id).toList();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> hookIds() {
        return receiver.received("/hook").stream()
                .map(request -> request.header("webhook-id").orElseThrow())
                .toList();
    }

    private long messages() {
        return count("select count(*) from notification");
    }

    private long delivered() {
        return count("select count(*) from notification where state = 'sent'");
    }

    private long count(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.select(sql).mapTo(Long.class).one());
    }
}
