package org.tocsin.notify.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import org.tocsin.notify.Delivery;
import org.tocsin.notify.Notification;

/** A way mails leave by. */
public interface Post {
    /** A mail that is ready to go. */
    record Outgoing(Notification notification, InternetAddress to, StableMessage message) {}

    /**
     * Hands one mail over, and says what came of it.
     *
     * @throws MessagingException when the mail itself cannot be written
     */
    Delivery hand(Outgoing mail) throws MessagingException;
}
