package org.tocsin.notify.email;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The {@code email} of config.yml: {@code transport} says which of the two ways mails leave by. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "transport")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EmailSettings.ToFiles.class, name = "file"),
    @JsonSubTypes.Type(value = EmailSettings.ToServer.class, name = "smtp")
})
public sealed interface EmailSettings {
    /** Mails become files in a directory, and nobody gets anything. */
    record ToFiles(String from, Path dir) implements EmailSettings {
        public ToFiles {
            check(from);
        }

        @Override
        public Post post() {
            return new FilePost(dir);
        }
    }

    /**
     * Mails are handed to a mail server.
     *
     * @param startTls whether the server must offer encryption
     * @param user absent: without logging in
     */
    record ToServer(
            String from,
            String host,
            int port,
            boolean startTls,
            @Nullable String user,
            @Nullable String password) implements EmailSettings {
        public ToServer {
            check(from);
            if (host.isBlank()) {
                throw new IllegalArgumentException("email.host is empty");
            }
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("email.port is no port: " + port);
            }
            if ((user == null) != (password == null)) {
                throw new IllegalArgumentException("email.user and email.password belong together");
            }
        }

        @Override
        public Post post() {
            return new SmtpPost(this);
        }

        @Override
        public String toString() {
            return "smtp " + host + ":" + port;
        }
    }

    /** The sender's address, with or without a name. */
    String from();

    /** The way mails leave by. */
    Post post();

    private static void check(String from) {
        try {
            InternetAddress address = new InternetAddress(from, true);
            address.validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException("email.from: '" + from + "' is no mail address", e);
        }
    }
}
