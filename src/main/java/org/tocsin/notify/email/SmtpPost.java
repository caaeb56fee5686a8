package org.tocsin.notify.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.notify.Delivery;

/** Hands each mail to a mail server in a transaction of its own, so that each recipient's answer is known. */
final class SmtpPost implements Post {
    private static final Logger log = LoggerFactory.getLogger(SmtpPost.class);

    private final EmailSettings.ToServer settings;

    SmtpPost(EmailSettings.ToServer settings) {
        this.settings = settings;
    }

    @Override
    public Delivery hand(Outgoing mail) throws MessagingException {
        Session session = mail.message().getSession();
        Transport transport = session.getTransport("smtp");
        try {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        } catch (MessagingException e) {
            log.warn("mail server {} is not reached: {}", settings, e.getMessage());
            return new Delivery.Deferred(Delivery.Reply.none("connect: " + SmtpFailure.reason(e)), Duration.ZERO);
        }
        try {
            transport.sendMessage(mail.message(), new Address[] {mail.to()});
            String said = ((SMTPTransport) transport).getLastServerResponse();
            return new Delivery.Accepted(new Delivery.Reply(SmtpFailure.OK, said == null ? "" : said));
        } catch (MessagingException e) {
            return SmtpFailure.delivery(e);
        } finally {
            hangUp(transport);
        }
    }

    /** What was accepted stays accepted when the farewell fails. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("connection to the mail server broke at its end", e);
        }
    }
}
