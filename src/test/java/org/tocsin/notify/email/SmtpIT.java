package org.tocsin.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.notify.Delivery;
import org.tocsin.notify.Destination.Recipient;
import org.tocsin.notify.Notices;
import org.tocsin.notify.Notification;

class SmtpIT {
    private static final UUID ID = UUID.fromString("7d4d7a8e-0000-4d0c-9d0a-0a5b1f6c7e11");
    private static final Recipient DUTY =
            new Recipient(1, "duty@ngo.example", "Duty desk", Locale.ENGLISH, ZoneId.of("Asia/Yangon"));

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Test
    void aMailServerTakesTheMessageOver() throws Exception {
        Delivery delivery = deliver(SERVER.getSmtp().getPort());

        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.reply().status()).isEqualTo(250));
        MimeMessage message = SERVER.getReceivedMessages()[0];
        assertThat(message.getMessageID()).isEqualTo("<" + ID + "@tocsin.example>");
        assertThat(message.getAllRecipients()[0]).hasToString("Duty desk <duty@ngo.example>");
        assertThat(message.getContent()).isInstanceOf(MimeMultipart.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GREET | 421 4.3.2 closing                 | deferred |     | connect",
                "MAIL  | 451 4.3.0 try later               | deferred | 451 | mail",
                "MAIL  | 550 5.7.1 sender is blocked       | deferred | 550 | mail",
                "RCPT  | 450 4.2.1 mailbox busy            | deferred | 450 | rcpt",
                "RCPT  | 421 4.7.0 too many connections    | deferred | 421 | rcpt",
                "RCPT  | 550 5.1.1 no such user            | refused  | 550 | rcpt",
                "RCPT  | 550 5.4.4 no route                | deferred | 550 | rcpt",
                "RCPT  | 550 5.7.26 not authenticated      | deferred | 550 | rcpt",
                "DATA  | 452 4.3.1 no space                | deferred | 452 | data",
                "DOT   | 554 5.6.0 message not acceptable  | refused  | 554 | data",
                "DOT   | 451 4.7.1 greylisted              | deferred | 451 | data",
                "DOT   | HANG UP                           | deferred |     | send",
                "RCPT  | HANG UP                           | deferred |     | ",
            })
    void aNoIsForNowOrForGoodAndSaysAtWhichStage(
            String verb, String answer, String outcome, Integer status, String stage) throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of(verb, answer))) {
            Delivery delivery = deliver(server.port());

            assertThat(delivery.outcome()).isEqualTo(outcome);
            assertThat(delivery.reply().status()).isEqualTo(status);
            assertThat(delivery.reply().text())
                    .startsWith(stage == null ? "" : stage + ":")
                    .doesNotContain("duty@ngo.example");
        }
    }

    @Test
    void whatWasAcceptedStaysAcceptedWhenTheFarewellFails() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of("QUIT", "HANG UP"))) {
            Delivery delivery = deliver(server.port());

            assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
            assertThat(delivery.reply().text()).contains("queued as 4711");
        }
    }

    @Test
    void aServerThatIsDownIsTriedAgain() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(deliver(port).reply().text()).startsWith("connect:");
        assertThat(deliver(port).outcome()).isEqualTo("deferred");
    }

    @Test
    void withoutTheEncryptionItWasPromisedNothingIsSent() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
            EmailSettings settings =
                    new EmailSettings.ToServer("alerts@tocsin.example", "127.0.0.1", server.port(), true, null, null);

            Delivery delivery = channel(settings).deliver(notification(), DUTY);

            assertThat(delivery.outcome()).isEqualTo("deferred");
            assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    private static Delivery deliver(int port) {
        return channel(new EmailSettings.ToServer(
                        "Tocsin <alerts@tocsin.example>", "127.0.0.1", port, false, null, null))
                .deliver(notification(), DUTY);
    }

    private static EmailChannel channel(EmailSettings settings) {
        return new EmailChannel(settings, ChartSource.NONE, new SimpleMeterRegistry());
    }

    private static Notification notification() {
        return new Notification(ID, ID, Instant.parse("2023-11-20T10:00:00Z"), Notices.opened());
    }
}
