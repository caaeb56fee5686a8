package org.tocsin.notify.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The {@code webhooks} of config.yml.
 *
 * @param allowPrivateNetworks whether endpoints may be inside our own network; only for trying things out
 * @param connect how long to wait for a connection, 5 s when absent
 * @param call how long a whole call may take, 20 s when absent
 */
public record WebhookSettings(
        boolean allowPrivateNetworks,
        @Nullable Duration connect,
        @Nullable Duration call) {
    public static final WebhookSettings USUAL = new WebhookSettings(false, null, null);

    public WebhookSettings {
        connect = positive("webhooks.connect", connect == null ? Duration.ofSeconds(5) : connect);
        call = positive("webhooks.call", call == null ? Duration.ofSeconds(20) : call);
    }

    Duration connectWithin() {
        return java.util.Objects.requireNonNull(connect);
    }

    Duration callWithin() {
        return java.util.Objects.requireNonNull(call);
    }

    private static Duration positive(String key, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(key + " is not a positive time: " + duration);
        }
        return duration;
    }
}
