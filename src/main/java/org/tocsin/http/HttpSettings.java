package org.tocsin.http;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The {@code http} stanza of config.yml: how we present ourselves to the servers of sources, and what we put up with from them.
 *
 * @param userAgent names the service and, by an address or a page, who can be asked about it; the only key without a default
 * @param totalTimeout for one attempt, from connecting to the last byte, redirects included, waits for politeness not
 * @param maxBody of one answer, decompressed
 */
public record HttpSettings(
        String userAgent,
        Duration connectTimeout,
        Duration totalTimeout,
        DataSize maxBody,
        RetryPolicy retry,
        HostPolicy host) {
    // Jackson hands null for a key that is left out.
    public HttpSettings(
            @Nullable String userAgent,
            @Nullable Duration connectTimeout,
            @Nullable Duration totalTimeout,
            @Nullable DataSize maxBody,
            @Nullable RetryPolicy retry,
            @Nullable HostPolicy host) {
        this.userAgent = withContact(userAgent);
        this.connectTimeout = requireNonNullElse(connectTimeout, Duration.seconds(10));
        this.totalTimeout = requireNonNullElse(totalTimeout, Duration.minutes(5));
        this.maxBody = requireNonNullElse(maxBody, DataSize.mebibytes(256));
        this.retry = requireNonNullElseGet(retry, RetryPolicy::usual);
        this.host = requireNonNullElseGet(host, HostPolicy::usual);
        positive("connectTimeout", this.connectTimeout.toNanoseconds());
        positive("totalTimeout", this.totalTimeout.toNanoseconds());
        positive("maxBody", this.maxBody.toBytes());
    }

    /** Everything usual but the name. */
    public static HttpSettings of(String userAgent) {
        return new HttpSettings(userAgent, null, null, null, null, null);
    }

    private static String withContact(@Nullable String userAgent) {
        if (userAgent == null || !userAgent.matches(".*(@|https?://).*")) {
            throw new IllegalArgumentException(
                    "http.userAgent must hold a contact, a mail address or a page: " + userAgent);
        }
        return userAgent;
    }

    private static void positive(String key, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("http." + key + " is not positive: " + value);
        }
    }
}
