package org.tocsin.notify.email;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.chart.ChartFailedException;
import org.tocsin.notify.Destination.Recipient;
import org.tocsin.notify.Notification;
import org.tocsin.notify.Plain;
import org.tocsin.notify.email.Templates.Picture;
import org.tocsin.phrase.Phrases;

/**
 * Writes the message of a notification: plain text, and HTML that says the same and needs nothing from outside. Every repeat has
 * the same id, and all messages of one alert to one reader hang on the first.
 */
final class MailWriter {
    private static final String CHART = "chart";

    private static final Logger log = LoggerFactory.getLogger(MailWriter.class);

    private final InternetAddress from;
    private final String host;
    private final ChartSource charts;
    private final MeterRegistry meters;
    private final Templates templates = new Templates();

    MailWriter(InternetAddress from, ChartSource charts, MeterRegistry meters) {
        this.from = from;
        this.host = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        this.charts = charts;
        this.meters = meters;
    }

    StableMessage write(Session session, Notification notification, Recipient to, InternetAddress address)
            throws MessagingException {
        Phrases phrases = Phrases.in(to.locale());
        MailView view = new MailPage(notification.notice(), phrases, to.zone()).view();
        StableMessage message = new StableMessage(session, messageId(notification.id()));
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, address);
        message.setSentDate(Date.from(notification.createdAt()));
        message.setSubject(Plain.line(view.frame().subject()), StandardCharsets.UTF_8.name());
        address(message, notification, phrases);
        message.setContent(body(view, drawing(notification, phrases)));
        message.saveChanges();
        return message;
    }

    private void address(StableMessage message, Notification notification, Phrases phrases) throws MessagingException {
        if (!notification.startsThread()) {
            String first = messageId(notification.thread());
            message.setHeader("In-Reply-To", first);
            message.setHeader("References", first);
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Id", "<alerts." + host + ">");
        message.setHeader("Content-Language", phrases.locale().toLanguageTag());
    }

    private MimeMultipart body(MailView view, Optional<ChartSource.Drawing> drawing) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(templates.text(view), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        Picture picture = drawing.map(drawn -> new Picture(true, CHART, drawn.alternative(), drawn.width()))
                .orElse(Picture.NONE);
        html.setText(templates.html(view, picture), StandardCharsets.UTF_8.name(), "html");
        MimeMultipart related = new MimeMultipart("related", html);
        if (drawing.isPresent()) {
            related.addBodyPart(chart(drawing.get().png()));
        }
        MimeBodyPart rich = new MimeBodyPart();
        rich.setContent(related);
        return new MimeMultipart("alternative", text, rich);
    }

    private static MimeBodyPart chart(ChartSource.Png png) throws MessagingException {
        MimeBodyPart image = new MimeBodyPart();
        image.setDataHandler(new DataHandler(new ByteArrayDataSource(png.bytes(), "image/png")));
        image.setContentID("<" + CHART + ">");
        image.setDisposition(MimeBodyPart.INLINE);
        image.setFileName("chart.png");
        return image;
    }

    /** A mail without its picture is better than no mail. */
    private Optional<ChartSource.Drawing> drawing(Notification notification, Phrases phrases) {
        try {
            return charts.draw(notification.notice(), phrases);
        } catch (ChartFailedException | IllegalArgumentException e) {
            meters.counter("tocsin.email.chart.failures").increment();
            log.warn("mail goes without its chart notification={}", notification.id(), e);
            return Optional.empty();
        }
    }

    private String messageId(UUID notification) {
        return "<" + notification + "@" + host + ">";
    }
}
