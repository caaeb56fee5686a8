package org.tocsin.notify.email;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.notify.Delivery;

/**
 * What a mail server's no means: 4xx passes and 5xx stays (RFC 5321, section 4.2.1), except where the enhanced code (RFC
 * 3463) says that the trouble is ours (5.7, policy) or on the way (5.4.4, no route).
 */
final class SmtpFailure {
    static final int OK = 250;

    private static final int LOWEST = 200;

    private static final Pattern NOT_THE_RECIPIENT = Pattern.compile("\\b5\\.(7\\.\\d+|4\\.4)\\b");

    private static final Logger log = LoggerFactory.getLogger(SmtpFailure.class);

    private SmtpFailure() {}

    static Delivery delivery(MessagingException failure) {
        Refusal refusal = refusal(failure);
        if (refusal == null) {
            return new Delivery.Deferred(Delivery.Reply.none("send: " + reason(failure)), Duration.ZERO);
        }
        Delivery.Reply reply = new Delivery.Reply(refusal.code(), refusal.stage() + ": " + refusal.text());
        if (refusal.code() / 100 != 5) {
            return new Delivery.Deferred(reply, Duration.ZERO);
        }
        if (NOT_THE_RECIPIENT.matcher(refusal.text()).find()) {
            log.warn("mail server refuses us, not the recipient: {}", reply.text());
            return new Delivery.Deferred(reply, Duration.ZERO);
        }
        return new Delivery.Refused(reply);
    }

    /** Why, in a few words. */
    static String reason(MessagingException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + " " + cause.getMessage();
    }

    /** The server's own words, which may hang anywhere in the chain. */
    private static @Nullable Refusal refusal(MessagingException failure) {
        Exception link = failure;
        Refusal found = null;
        while (link instanceof MessagingException current) {
            Refusal here = ofOne(current);
            found = here == null || here.code() < LOWEST ? found : here; // -1 stands for a connection that broke
            link = current.getNextException();
        }
        return found;
    }

    private static @Nullable Refusal ofOne(MessagingException failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return new Refusal(address.getReturnCode(), stage(address.getCommand()), text(address));
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return new Refusal(sender.getReturnCode(), stage(sender.getCommand()), text(sender));
        }
        if (failure instanceof SMTPSendFailedException send) {
            return new Refusal(send.getReturnCode(), stage(send.getCommand()), text(send));
        }
        return null;
    }

    /** The verb of the command that failed, without the address in it. */
    private static String stage(@Nullable String command) {
        String verb = command == null ? "" : command.strip().split("[ :]", 2)[0].toLowerCase(Locale.ROOT);
        return verb.isEmpty() || verb.equals(".") ? "data" : verb;
    }

    private static String text(SendFailedException failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }

    private record Refusal(int code, String stage, String text) {}
}
