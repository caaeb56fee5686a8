package org.tocsin.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only when somebody sleeps on it or pushes it, and remembers the naps. */
public final class FakeTime implements InstantSource, Sleeper {
    private Instant now;
    private final List<Duration> naps = new ArrayList<>();

    public FakeTime(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration pause) {
        naps.add(pause);
        now = now.plus(pause);
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    public synchronized List<Duration> naps() {
        return List.copyOf(naps);
    }
}
