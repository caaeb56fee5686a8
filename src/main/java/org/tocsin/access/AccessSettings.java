package org.tocsin.access;

/**
 * The setting {@code access}.
 *
 * @param publicRead whether who shows no key may read what leaves the house, and subscribe to it
 */
public record AccessSettings(boolean publicRead) {}
