package org.tocsin.notify;

import org.jspecify.annotations.Nullable;

/** The row a notification is for: exactly one of the two. */
public record Addressee(@Nullable Long recipient, @Nullable Long endpoint) {
    public Addressee {
        if ((recipient == null) == (endpoint == null)) {
            throw new IllegalArgumentException(
                    "an addressee is a recipient or an endpoint: " + recipient + " " + endpoint);
        }
    }

    /** {@code email} or {@code webhook}. */
    public String channel() {
        return recipient != null ? "email" : "webhook";
    }
}
