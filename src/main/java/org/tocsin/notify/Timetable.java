package org.tocsin.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * When a channel tries again: the waits before each attempt, the first of them zero. Waits vary by a fifth either way, so that
 * what failed together does not come back together.
 */
public record Timetable(List<Duration> waits) {
    /** The schedule Standard Webhooks 1.0.0 recommends. */
    public static final Timetable WEBHOOK = new Timetable(List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    /** Quick at first, then every four hours, three days in all. */
    public static final Timetable MAIL = new Timetable(Stream.concat(
                    Stream.of(
                            Duration.ZERO,
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(15),
                            Duration.ofMinutes(30),
                            Duration.ofHours(1),
                            Duration.ofHours(2)),
                    Collections.nCopies(17, Duration.ofHours(4)).stream())
            .toList());

    private static final double SPREAD = 0.2;

    public Timetable {
        waits = List.copyOf(waits);
        if (waits.isEmpty() || !waits.get(0).isZero()) {
            throw new IllegalArgumentException("a timetable starts at once: " + waits);
        }
    }

    /**
     * The moment of the next attempt; empty after the last one.
     *
     * @param made how many attempts have been made, at least 1
     * @param atLeast what the far end asked for; never shortened
     */
    Optional<Instant> next(int made, Instant now, Duration atLeast, RandomGenerator random) {
        if (made >= waits.size()) {
            return Optional.empty();
        }
        double factor = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        Duration varied = Duration.ofMillis(Math.round(waits.get(made).toMillis() * factor));
        return Optional.of(now.plus(varied.compareTo(atLeast) < 0 ? atLeast : varied));
    }
}
