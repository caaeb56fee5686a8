package org.tocsin.notify.email;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.tocsin.notify.Channel;
import org.tocsin.notify.Delivery;
import org.tocsin.notify.Destination.Recipient;
import org.tocsin.notify.Notification;
import org.tocsin.notify.Plain;
import org.tocsin.notify.Timetable;

/** Sends a notification as an e-mail in the reader's language. */
public final class EmailChannel implements Channel<Recipient> {
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "20000";

    private final MailWriter writer;
    private final Post post;
    private final Session session;

    public EmailChannel(EmailSettings settings, ChartSource charts, MeterRegistry meters) {
        InternetAddress from = sender(settings);
        this.writer = new MailWriter(from, charts, meters);
        this.post = settings.post();
        this.session = Session.getInstance(properties(settings, from));
    }

    @Override
    public Class<Recipient> reaches() {
        return Recipient.class;
    }

    @Override
    public Timetable timetable() {
        return Timetable.MAIL;
    }

    @Override
    public Delivery deliver(Notification notification, Recipient to) {
        try {
            InternetAddress address = address(to);
            return post.hand(
                    new Post.Outgoing(notification, address, writer.write(session, notification, to, address)));
        } catch (MessagingException e) {
            return new Delivery.Refused(Delivery.Reply.none("message cannot be written: " + e));
        }
    }

    private static InternetAddress address(Recipient to) throws AddressException {
        InternetAddress address = new InternetAddress(to.email(), true);
        try {
            address.setPersonal(Plain.line(to.name()), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
        return address;
    }

    private static InternetAddress sender(EmailSettings settings) {
        try {
            return new InternetAddress(settings.from(), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("email.from: '" + settings.from() + "' is no mail address", e);
        }
    }

    private static Properties properties(EmailSettings settings, InternetAddress from) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        // the name we greet with, instead of a look-up of our own address
        properties.setProperty("mail.smtp.localhost", from.getAddress().replaceFirst(".*@", ""));
        properties.setProperty("mail.smtp.from", from.getAddress());
        if (settings instanceof EmailSettings.ToServer server) {
            properties.setProperty("mail.smtp.auth", String.valueOf(server.user() != null));
            properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.startTls()));
            properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.startTls()));
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        }
        return properties;
    }
}
