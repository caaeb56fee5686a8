package org.tocsin.notify;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a relay is handed from outside.
 *
 * @param node the name of this process in the outbox
 * @param random spreads the retries
 */
public record Surroundings(String node, InstantSource clock, RandomGenerator random, Waypoints waypoints) {}
