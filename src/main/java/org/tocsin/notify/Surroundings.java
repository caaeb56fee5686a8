package org.tocsin.notify;

import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a relay is handed from outside.
 *
 * @param node the name of this process in the outbox
 * @param lock the number of the session lock that this process holds now, if it holds one
 * @param random spreads the retries
 */
public record Surroundings(
        String node, Supplier<OptionalInt> lock, InstantSource clock, RandomGenerator random, Waypoints waypoints) {
    Claimant claimant() {
        OptionalInt held = lock.get();
        return new Claimant(node, held.isPresent() ? held.getAsInt() : null);
    }
}
