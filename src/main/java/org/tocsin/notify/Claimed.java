package org.tocsin.notify;

/** A leased row of the outbox as it was read: the right to send it, or why it can never be sent. */
sealed interface Claimed permits Claim, Unreadable {}
