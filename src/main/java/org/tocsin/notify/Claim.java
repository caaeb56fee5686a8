package org.tocsin.notify;

/**
 * The right to send one notification now, until its lease ends.
 *
 * @param epoch tells this claim from every later one, so that a worker that lost its lease changes nothing
 * @param attempts how often it was tried before
 */
record Claim(Notification notification, Destination destination, long epoch, int attempts) implements Claimed {}
