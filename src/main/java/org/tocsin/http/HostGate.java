package org.tocsin.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives each host its distance: spacing between requests, the waits it asks for, and rest when it keeps failing. */
final class HostGate {
    /** What a request said about its host. */
    enum Health {
        WELL,
        SICK,
        UNTOLD
    }

    /** Whether a request may go. */
    sealed interface Passage {
        /** It may, after this pause; {@link #leave} must follow. */
        record After(Duration pause) implements Passage {}

        /** It may not, for so long at least. */
        record Shut(Reason reason, Duration atLeast) implements Passage {}
    }

    private final HostPolicy policy;
    private final InstantSource clock;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    HostGate(HostPolicy policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** Takes the next free place in time, unless that is further away than {@code longestWait}. */
    Passage enter(String authority, Duration interval, Duration longestWait) {
        Host host = host(authority);
        Duration usual = policy.interval().toJavaDuration();
        Duration spacing = usual.compareTo(interval) > 0 ? usual : interval;
        synchronized (host) {
            Instant now = clock.instant();
            if (host.isShut(now)) {
                return new Passage.Shut(Reason.BREAKER_OPEN, host.shutFor(now));
            }
            Duration pause = host.pause(now);
            if (pause.compareTo(longestWait) > 0) {
                return new Passage.Shut(Reason.ASKED_TO_WAIT, pause);
            }
            host.take(now.plus(pause), spacing);
            return new Passage.After(pause);
        }
    }

    void leave(String authority, Health health) {
        Host host = host(authority);
        synchronized (host) {
            switch (health) {
                case WELL -> host.close();
                case SICK -> host.fail(clock.instant(), policy);
                case UNTOLD -> host.trying = false;
            }
        }
    }

    /** No request before then, for whoever asks. */
    void rest(String authority, Instant until) {
        Host host = host(authority);
        synchronized (host) {
            if (until.isAfter(host.free)) {
                host.free = until;
            }
        }
    }

    boolean isShut(String authority) {
        Host host = host(authority);
        synchronized (host) {
            return host.isShut(clock.instant());
        }
    }

    private Host host(String authority) {
        return hosts.computeIfAbsent(authority, any -> new Host());
    }

    /** Guarded by itself. */
    private static final class Host {
        private Instant free = Instant.MIN;
        private Instant opens = Instant.MIN;
        private int failures;
        private boolean open;
        private boolean trying;

        boolean isShut(Instant now) {
            return open && (trying || now.isBefore(opens));
        }

        Duration shutFor(Instant now) {
            return now.isBefore(opens) ? Duration.between(now, opens) : Duration.ZERO;
        }

        Duration pause(Instant now) {
            return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
        }

        void take(Instant place, Duration spacing) {
            free = place.plus(spacing);
            trying = open;
        }

        void close() {
            failures = 0;
            open = false;
            trying = false;
        }

        void fail(Instant now, HostPolicy policy) {
            failures++;
            if (trying || failures >= policy.failuresToOpen()) {
                open = true;
                opens = now.plus(policy.openFor().toJavaDuration());
            }
            trying = false;
        }
    }
}
