package org.tocsin.notify;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Who gets notifications, as a channel needs to know it. */
public sealed interface Destination {
    /** A person with a mailbox, and how that person reads. */
    record Recipient(long id, String email, String name, Locale locale, ZoneId zone) implements Destination {
        @Override
        public String channel() {
            return "email";
        }
    }

    /** A program behind a URL. The newest secret comes first. */
    record Endpoint(long id, String name, URI url, List<Secret> secrets) implements Destination {
        public Endpoint {
            secrets = List.copyOf(secrets);
        }

        @Override
        public String channel() {
            return "webhook";
        }
    }

    long id();

    /** {@code email} or {@code webhook}. */
    String channel();
}
