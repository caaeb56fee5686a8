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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.detect.Level;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Quantity;
import org.tocsin.notify.Delivery;
import org.tocsin.notify.Destination.Recipient;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Notices;
import org.tocsin.notify.Notification;
import org.tocsin.notify.Occasion;
import org.tocsin.phrase.Phrases;

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
    void aStandDownDoesNotSayThatThingsAreBetter() throws Exception {
        String text = text(closing(Occasion.STOOD_DOWN, "below_threshold", 60_000));

        assertThat(text)
                .contains("is back under the threshold of 100,000, which says nothing about how people fare now.")
                .contains("Still internally displaced: 1,659,600 people, as of 23 October 2023 (UNHCR).")
                .doesNotContainIgnoringCase("improve");
    }

    @Test
    void anAlertThatEndsForSilenceIsNotSaidToBeUnderItsThreshold() throws Exception {
        assertThat(text(closing(Occasion.STOOD_DOWN, "stale", 286_200)))
                .contains("Nothing newer has come for longer than this source is usually silent")
                .doesNotContain("back under");
    }

    @Test
    void aCorrectionSaysWhatWasToldAndWhatIsLeftOfIt() throws Exception {
        assertThat(text(closing(Occasion.CORRECTED, "below_threshold", 60_000)))
                .contains("The source has corrected what we told you: 120,000 then, 60,000 now.");
        assertThat(text(closing(Occasion.CORRECTED, "unknown", 120_000)))
                .contains("The source has withdrawn what we told you, and nothing takes its place: 120,000 new");
    }

    @Test
    void whatWasToldBeforeIsSaidWithItsLevelAndWhatChanged() throws Exception {
        assertThat(text(closing(Occasion.ESCALATED, "fired", 180_000)))
                .contains("What was last told: 10 November 2023, 16:00 MMT, Watch: 120,000 since 27 October 2023,"
                        + " as of 17 November 2023; since then +50 %");
    }

    @Test
    void whatIsNotKnownHasNoLine() throws Exception {
        Notice all = Notices.opened();
        Notice bare = new Notice(
                all.alarm(), all.topic(), all.reading(), all.origin(), Notice.Background.NONE, Notice.Links.NONE);

        for (String part : List.of(text(bare), html(bare))) {
            assertThat(part)
                    .doesNotContain("Most affected")
                    .doesNotContain("What comparable sources say")
                    .doesNotContain("The standing picture")
                    .doesNotContain("What was last told")
                    .doesNotContain("null");
        }
    }

    @Test
    void aReaderIsToldInTheOrderOfTheQuestionsAsked() throws Exception {
        for (String part : List.of(
                text(closing(Occasion.ESCALATED, "fired", 180_000)),
                html(closing(Occasion.ESCALATED, "fired", 180_000)))) {
            assertThat(part)
                    .containsSubsequence(
                            "180,000 new internal displacements",
                            "Most affected",
                            "Shan (North): about 82,000; Rakhine: nearly 26,000",
                            "Compared with",
                            "Published",
                            "Basis",
                            "What comparable sources say",
                            "Reports: more than 200,000 since 27 October 2023, as of 17 November 2023, reported; stated by OCHA",
                            "The standing picture",
                            "Internally displaced people",
                            "What was last told",
                            "Threshold",
                            "What this number does not mean",
                            "The figure at its source",
                            "Trend",
                            "How this was decided",
                            "You get this because");
        }
    }

    @Test
    void aStockHoldsUntilItsNextStatement() throws Exception {
        Notice all = Notices.opened();
        Notice.Topic topic = all.topic();
        List<Notice.SeriesPoint> said = List.of(statement(10, 2, 1_659_600), statement(10, 23, 1_710_200));
        Notice stock = new Notice(
                all.alarm(),
                new Notice.Topic(
                        topic.scope(), Measure.of(Metric.IDPS), topic.population(), topic.cause(), topic.detail()),
                all.reading(),
                all.origin(),
                new Notice.Background(List.of(), List.of(), List.of(), null, said),
                all.links());

        assertThat(new NoticeChart()
                        .draw(stock, Phrases.in(Locale.ENGLISH))
                        .orElseThrow()
                        .alternative())
                .contains("1,659,600", "1,710,200")
                .doesNotContain("without data");
    }

    private static Notice.SeriesPoint statement(int month, int day, long value) {
        return new Notice.SeriesPoint(
                Period.day(LocalDate.of(2023, month, day)), BigDecimal.valueOf(value), null, null, true);
    }

    /** An alert of which 120,000 was told on 10 November. */
    private static Notice closing(Occasion occasion, String reason, long value) {
        Notice all = Notices.of(occasion, Notices.ALERT, Level.WARNING);
        Notice.Reading then = all.reading();
        Notice.Finding finding = then.finding();
        Notice.Background around = all.background();
        return new Notice(
                all.alarm(),
                all.topic(),
                new Notice.Reading(
                        Quantity.exact(value),
                        then.period(),
                        false,
                        null,
                        new Notice.Finding(
                                finding.comparison(),
                                finding.statistic(),
                                finding.threshold(),
                                finding.frequency(),
                                reason)),
                all.origin(),
                new Notice.Background(
                        around.places(),
                        around.standing(),
                        around.corroborations(),
                        new Notice.Told(
                                Instant.parse("2023-11-10T09:30:00Z"),
                                Level.WATCH,
                                Quantity.exact(120_000),
                                then.period()),
                        around.series()),
                all.links());
    }

    private String text(Notice notice) throws Exception {
        MimeMultipart alternative =
                (MimeMultipart) sent(SECOND, FIRST, notice, ChartSource.NONE).getContent();
        return (String) alternative.getBodyPart(0).getContent();
    }

    private String html(Notice notice) throws Exception {
        MimeMultipart alternative =
                (MimeMultipart) sent(SECOND, FIRST, notice, ChartSource.NONE).getContent();
        return (String) ((MimeMultipart) alternative.getBodyPart(1).getContent())
                .getBodyPart(0)
                .getContent();
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
