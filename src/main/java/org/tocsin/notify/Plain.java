package org.tocsin.notify;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Makes text from sources harmless for a line of a message. */
public final class Plain {
    private Plain() {}

    /** On one line, without control characters and without marks that turn the direction of what follows. */
    public static String line(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                        .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "")
                        .strip();
    }

    /** The address of a page; empty for anything else than http and https. */
    public static String link(@Nullable URI link) {
        if (link == null || !("https".equals(link.getScheme()) || "http".equals(link.getScheme()))) {
            return "";
        }
        return link.toASCIIString();
    }
}
