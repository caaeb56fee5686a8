package org.tocsin.notify;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.db.Presence;

/**
 * Watches the other nodes that send: when one dies, what it had claimed is released at once and not only when its lease ends.
 * Says meanwhile that this node is there, so that others can do the same for it.
 */
public final class Peers {
    private static final Logger log = LoggerFactory.getLogger(Peers.class);

    private final Outbox outbox;
    private final Presence presence;
    private final Counter released;

    public Peers(Outbox outbox, Presence presence, MeterRegistry meters) {
        this.outbox = outbox;
        this.presence = presence;
        this.released = meters.counter("tocsin.notify.released");
    }

    /**
     * One look at the nodes that have claims, and a wait of two seconds at most for the end of one of them: the next after this
     * one in the order of their numbers, so that each is waited for by somebody.
     *
     * @return false if there was nobody to wait for
     */
    public boolean run() {
        presence.keep();
        int own = presence.number().orElse(0);
        List<Integer> living = new ArrayList<>();
        for (int other : outbox.claimants(own)) {
            if (presence.isGone(other)) {
                release(other);
            } else {
                living.add(other);
            }
        }
        if (living.isEmpty()) {
            return false;
        }
        int next = living.stream().filter(other -> other > own).findFirst().orElse(living.get(0));
        if (presence.awaitEnd(next)) {
            release(next);
        }
        return true;
    }

    private void release(int gone) {
        int messages = outbox.release(gone);
        if (messages > 0) {
            released.increment(messages);
            log.warn("a node is gone lock={}, released messages={}", gone, messages);
        }
    }
}
