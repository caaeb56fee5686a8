package org.tocsin.notify.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dropwizard.jackson.Jackson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.detect.Level;
import org.tocsin.notify.Delivery;
import org.tocsin.notify.Destination.Recipient;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Notices;
import org.tocsin.notify.Notification;
import org.tocsin.notify.Occasion;
import org.tocsin.notify.Plain;

class EmailChannelTest {
    private static final UUID FIRST = UUID.fromString("7d4d7a8e-0000-4d0c-9d0a-0a5b1f6c7e11");
    private static final UUID SECOND = UUID.fromString("7d4d7a8e-0001-4d0c-9d0a-0a5b1f6c7e11");
    private static final Instant CREATED = Instant.parse("2023-11-20T10:00:00Z");
    private static final Recipient DUTY =
            new Recipient(1, "duty@ngo.example", "Duty desk", Locale.ENGLISH, ZoneId.of("Asia/Yangon"));

    @TempDir
    private Path directory;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void theSubjectSaysLevelCrisisNumberCauseAndComparison() throws Exception {
        MimeMessage message = sent(FIRST, FIRST, Notices.opened(), new NoticeChart());

        assertThat(message.getSubject())
                .isEqualTo("[Warning] New alert, Myanmar: more than 286,200 new internal displacements due to conflict,"
                        + " against 50,000 from 5 to 26 October 2023, +472 %");
    }

    @Test
    void aMessageKeepsItsIdAndItsDateAndHangsOnTheFirstOfItsAlert() throws Exception {
        MimeMessage first = sent(FIRST, FIRST, Notices.opened(), ChartSource.NONE);
        MimeMessage second =
                sent(SECOND, FIRST, Notices.of(Occasion.ESCALATED, Notices.ALERT, Level.CRITICAL), ChartSource.NONE);

        assertThat(first.getMessageID()).isEqualTo("<" + FIRST + "@tocsin.example>");
        assertThat(first.getSentDate().toInstant()).isEqualTo(CREATED);
        assertThat(first.getHeader("References")).isNull();
        assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(first.getHeader("List-Id")).containsExactly("<alerts.tocsin.example>");
        assertThat(second.getHeader("References")).containsExactly("<" + FIRST + "@tocsin.example>");
        assertThat(second.getHeader("In-Reply-To")).containsExactly("<" + FIRST + "@tocsin.example>");
    }

    @Test
    void textAndHtmlSayTheSameAndThePictureHangsOnTheHtml() throws Exception {
        MimeMessage message = sent(FIRST, FIRST, Notices.opened(), new NoticeChart());

        MimeMultipart alternative = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getCount()).isEqualTo(2);
        String text = (String) alternative.getBodyPart(0).getContent();
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        String html = (String) related.getBodyPart(0).getContent();
        BodyPart image = related.getBodyPart(1);

        assertThat(text.strip())
                .contains(
                        "More than 286,200 (between 250,000 and 300,000) new internal displacements due to conflict in"
                                + " Myanmar since 27 October 2023, as of 17 November 2023 (so far, still incomplete).")
                .contains("Compared with: 50,000 from 5 to 26 October 2023; now +472 %")
                .contains("Basis: estimated; stated by UN in Myanmar")
                .contains("Internally displaced people: 1,659,600 (23 October 2023, UNHCR)")
                .contains("Funding coverage: 28 % (19 November 2023, FTS)")
                .contains(
                        "it has fired here 2 times in the last 12 months, 5 times since we began to watch on 1 February"
                                + " 2021")
                .contains("Displacements are movements")
                .contains("20 November 2023, 16:00 MMT")
                .doesNotContain("&");
        assertThat(html)
                .contains("lang=\"en\" dir=\"ltr\"")
                .contains("Displacements are movements")
                .contains("src=\"cid:chart\"")
                .doesNotContain("<script")
                .doesNotContain("src=\"http");
        assertThat(image.getContentType()).startsWith("image/png");
        assertThat(image.getHeader("Content-ID")).containsExactly("<chart>");
    }

    @Test
    void aMailThatCannotBeDrawnGoesWithoutItsPicture() throws Exception {
        MimeMessage message = sent(FIRST, FIRST, Notices.opened(), (notice, phrases) -> {
            throw new IllegalArgumentException("points overlap");
        });

        MimeMultipart alternative = (MimeMultipart) message.getContent();
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        assertThat(related.getCount()).isEqualTo(1);
        assertThat((String) related.getBodyPart(0).getContent()).doesNotContain("<img");
        assertThat(meters.counter("tocsin.email.chart.failures").count()).isEqualTo(1);
    }

    @Test
    void textOfASourceStaysText() throws Exception {
        Notice notice = Notices.with(
                Occasion.OPENED,
                Notices.ALERT,
                Level.WARNING,
                new Notice.Scope("x", "Evil\r\nBcc:all@ngo.example\r\n\r\n<script>alert(1)</script>", List.of("MMR")));

        MimeMessage message = sent(FIRST, FIRST, notice, ChartSource.NONE);

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).contains("Evil Bcc:all@ngo.example <script>");
        MimeMultipart alternative = (MimeMultipart) message.getContent();
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        assertThat((String) related.getBodyPart(0).getContent())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    @Test
    void onlyPagesAreLinked() {
        assertThat(Plain.link(URI.create("javascript:alert(1)"))).isEmpty();
        assertThat(Plain.link(URI.create("https://data.unhcr.org/x"))).isEqualTo("https://data.unhcr.org/x");
        assertThat(Plain.line("a\u202eb\u2028c")).isEqualTo("ab c");
    }

    @Test
    void aRevisionSaysFromWhatToWhat() throws Exception {
        Notice notice = Notices.opened();
        Notice revised = new Notice(
                notice.alarm(),
                notice.topic(),
                Notices.reading(new BigDecimal(5000)),
                notice.origin(),
                notice.background(),
                notice.links());

        String text = (String)
                ((MimeMultipart) sent(FIRST, FIRST, revised, ChartSource.NONE).getContent())
                        .getBodyPart(0)
                        .getContent();

        assertThat(text).contains("Revised: revised from 5,000 to more than 286,200");
    }

    @Test
    void aRepeatReplacesTheFile() throws Exception {
        sent(FIRST, FIRST, Notices.opened(), ChartSource.NONE);
        sent(FIRST, FIRST, Notices.opened(), ChartSource.NONE);

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactly("20231120T100000Z-" + FIRST + ".eml");
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenDefersTheMail() throws Exception {
        Path file = Files.createFile(directory.resolve("in-the-way"));

        Delivery delivery = channel(file, ChartSource.NONE).deliver(notification(FIRST, FIRST, Notices.opened()), DUTY);

        assertThat(delivery.outcome()).isEqualTo("deferred");
        assertThat(delivery.reply().text()).startsWith("not written:");
    }

    @Test
    void theConfigurationChoosesTheTransport() throws Exception {
        ObjectMapper yaml = Jackson.newObjectMapper(new YAMLFactory());

        assertThat(yaml.readValue("{transport: file, from: a@b.example, dir: var/mail}", EmailSettings.class))
                .isEqualTo(new EmailSettings.ToFiles("a@b.example", Path.of("var/mail")));
        assertThat(yaml.readValue(
                        "{transport: smtp, from: Tocsin <a@b.example>, host: mx, port: 25}", EmailSettings.class))
                .isEqualTo(new EmailSettings.ToServer("Tocsin <a@b.example>", "mx", 25, false, null, null));
        assertThatThrownBy(() -> yaml.readValue("{transport: file, from: nobody, dir: x}", EmailSettings.class))
                .hasMessageContaining("email.from");
    }

    private MimeMessage sent(UUID id, UUID thread, Notice notice, ChartSource charts) throws Exception {
        Delivery delivery = channel(directory, charts).deliver(notification(id, thread, notice), DUTY);
        assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
        try (InputStream file =
                Files.newInputStream(directory.resolve(delivery.reply().text()))) {
            return new MimeMessage(Session.getInstance(new Properties()), file);
        }
    }

    private EmailChannel channel(Path to, ChartSource charts) {
        return new EmailChannel(new EmailSettings.ToFiles("Tocsin <alerts@tocsin.example>", to), charts, meters);
    }

    private static Notification notification(UUID id, UUID thread, Notice notice) {
        return new Notification(id, thread, CREATED, notice);
    }
}
