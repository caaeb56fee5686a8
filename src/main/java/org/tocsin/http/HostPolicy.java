package org.tocsin.http;

import static java.util.Objects.requireNonNullElse;

import io.dropwizard.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says how one host is treated, whoever asks it.
 *
 * @param interval least time between the starts of two requests
 * @param failuresToOpen so many failures in a row, and the host is left alone
 * @param openFor for how long; then one request tries, and the rest wait for what comes of it
 */
public record HostPolicy(Duration interval, Integer failuresToOpen, Duration openFor) {
    // Jackson hands null for a key that is left out.
    public HostPolicy(@Nullable Duration interval, @Nullable Integer failuresToOpen, @Nullable Duration openFor) {
        this.interval = requireNonNullElse(interval, Duration.seconds(1));
        this.failuresToOpen = requireNonNullElse(failuresToOpen, 5);
        this.openFor = requireNonNullElse(openFor, Duration.minutes(5));
        if (this.failuresToOpen < 1) {
            throw new IllegalArgumentException("host.failuresToOpen is less than 1: " + failuresToOpen);
        }
    }

    /** The settings nobody gave. */
    public static HostPolicy usual() {
        return new HostPolicy(null, null, null);
    }
}
