package org.tocsin.schedule;

import java.time.Duration;

/**
 * How the clock keeps time.
 *
 * @param threads tasks that one node runs at once
 * @param lateAfter a tick older than this is missed, and all missed ticks of a task together are made up by one run
 * @param checkIn how often a node says that it lives; its work is taken over 7.5 s after it should have
 * @param grace how long tasks that were asked to stop are waited for
 */
record Pace(int threads, Duration lateAfter, Duration checkIn, Duration grace) {
    Pace {
        if (threads < 1) {
            throw new IllegalArgumentException("a clock with " + threads + " threads runs nothing");
        }
    }

    static Pace usual(int threads) {
        return new Pace(threads, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(20));
    }
}
