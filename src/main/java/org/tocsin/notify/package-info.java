/** What must go out, to whom, and whether it did: subscriptions, the outbox and the relay that empties it. */
@NullMarked
package org.tocsin.notify;

import org.jspecify.annotations.NullMarked;
