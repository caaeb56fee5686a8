package org.tocsin.notify;

import java.util.UUID;

/**
 * A leased notification whose notice or destination cannot be read, and so can never be sent by this program.
 *
 * @param epoch of the claim
 * @param why what could not be read
 */
record Unreadable(UUID notification, String channel, long epoch, String why) implements Claimed {}
