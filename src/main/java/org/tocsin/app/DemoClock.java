package org.tocsin.app;

import java.time.Instant;
import java.time.InstantSource;

/** The replay's own time: it stands still until it is set, and never goes back. */
final class DemoClock implements InstantSource {
    private volatile Instant now;

    DemoClock(Instant start) {
        this.now = start;
    }

    void advance(Instant to) {
        if (to.isAfter(now)) {
            now = to;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }
}
