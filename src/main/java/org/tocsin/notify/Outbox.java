package org.tocsin.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only door to what must still be sent. Adding joins the caller's transaction, so that an alert and its notifications are
 * committed together or not at all; a notification leaves only when its far end has taken it or its timetable has ended.
 */
public final class Outbox {
    /** What is notified at commit, for whoever listens. */
    public static final String TOPIC = "tocsin_outbox";

    /** For how long a claim holds; longer than any one attempt is meant to take. */
    static final Duration LEASE = Duration.ofSeconds(90);

    /** So many messages one endpoint may have under way, that a slow one leaves senders for the others. */
    static final int PER_ENDPOINT = 8;

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final Jdbi jdbi;
    private final SubscriberStore subscribers;
    private final InstantSource clock;

    public Outbox(Jdbi jdbi, SubscriberStore subscribers, InstantSource clock) {
        this.jdbi = jdbi.registerRowMapper(new ClaimMapper()).registerRowMapper(new DepthRow.Mapper());
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /**
     * Puts one message per destination that wants it into the outbox: subscribers for news, and for a follow-up exactly those who
     * were told of the alert before. A destination that has a message of the same kind on the same evidence gets no second one;
     * the alert events are tied to the one it has.
     *
     * @param evidence SHA-256 of the evidence, in hex
     * @param alertEvents the rows of the alert this tells
     * @return how many messages were added
     */
    public int enqueue(Notice notice, String evidence, List<Long> alertEvents) {
        return jdbi.inTransaction(handle -> {
            Set<Addressee> audience = subscribers.audience(notice);
            if (audience.isEmpty()) {
                return 0;
            }
            Notice.Alarm alarm = notice.alarm();
            String kind = alarm.occasion().code();
            OutboxDao dao = handle.attach(OutboxDao.class);
            int[] added = dao.add(audience, alarm.alert(), kind, evidence, NoticeJson.write(notice), clock.instant());
            alertEvents.forEach(event -> dao.tie(audience, evidence, kind, event));
            int count = Arrays.stream(added).sum();
            if (count > 0) {
                dao.wake(TOPIC);
            }
            return count;
        });
    }

    /**
     * Leases at most {@code limit} due notifications to a node, in the order they were added. One that cannot be read is put into
     * the dead-letter list at once: no later attempt of this program would read it either.
     */
    Haul claim(Claimant claimant, Instant now, int limit) {
        return jdbi.inTransaction(handle -> {
            OutboxDao dao = handle.attach(OutboxDao.class);
            Haul haul = Haul.of(dao.claim(claimant.node(), claimant.lock(), now, now.plus(LEASE), limit, PER_ENDPOINT));
            haul.unreadable().forEach(row -> giveUp(dao, row, now));
            return haul;
        });
    }

    private static void giveUp(OutboxDao dao, Unreadable row, Instant now) {
        Delivery.Refused refused = new Delivery.Refused(Delivery.Reply.none("cannot be read here: " + row.why()));
        dao.end(row.notification(), row.epoch(), Settlement.DEAD.state(), now);
        dao.record(row.notification(), now, refused.outcome(), refused.reply().text(), 0, null);
    }

    /**
     * Writes down what became of a claim.
     *
     * @return false, and nothing is changed, when the claim was taken over by another worker meanwhile
     */
    boolean finish(Claim claim, Delivery delivery, Settlement settlement, Timing timing) {
        boolean written = jdbi.inTransaction(handle -> write(handle, claim, delivery, settlement, timing));
        // apart, so that nobody waits for an endpoint while holding a message of it
        if (written && claim.destination() instanceof Destination.Endpoint endpoint) {
            noteHealth(endpoint, claim.notification().id(), delivery, timing.finished());
        }
        return written;
    }

    /** The locks of other nodes that have claims, the lowest first. */
    List<Integer> claimants(int except) {
        return jdbi.withHandle(handle -> handle.attach(OutboxDao.class).claimants(except));
    }

    /** Takes from a node that is gone what it had claimed; says how many messages. */
    int release(int lock) {
        return jdbi.inTransaction(handle -> {
            OutboxDao dao = handle.attach(OutboxDao.class);
            int released = dao.release(lock);
            if (released > 0) {
                dao.wake(TOPIC);
            }
            return released;
        });
    }

    /** How full it is. */
    public Depth depth() {
        Instant now = clock.instant();
        return jdbi.withHandle(
                handle -> handle.attach(OutboxDao.class).depth(now).at(now));
    }

    private static boolean write(Handle handle, Claim claim, Delivery delivery, Settlement settlement, Timing timing) {
        OutboxDao dao = handle.attach(OutboxDao.class);
        if (!settle(dao, claim, settlement, timing.finished())) {
            return false;
        }
        Delivery.Reply reply = delivery.reply();
        dao.record(
                claim.notification().id(),
                timing.started(),
                delivery.outcome(),
                reply.text(),
                timing.took().toMillis(),
                reply.status());
        return true;
    }

    private static boolean settle(OutboxDao dao, Claim claim, Settlement settlement, Instant now) {
        Instant due = settlement.dueAt();
        int changed = due == null
                ? dao.end(claim.notification().id(), claim.epoch(), settlement.state(), now)
                : dao.postpone(claim.notification().id(), claim.epoch(), due);
        return changed == 1;
    }

    private void noteHealth(Destination.Endpoint endpoint, UUID notification, Delivery delivery, Instant now) {
        if (delivery instanceof Delivery.Accepted) {
            subscribers.noteSuccess(endpoint.id());
        } else if (delivery instanceof Delivery.Gone) {
            subscribers.disable(endpoint.id(), "it answered that it is gone", now);
        } else {
            if (delivery instanceof Delivery.Deferred deferred
                    && deferred.atLeast().compareTo(Duration.ZERO) > 0) {
                jdbi.useHandle(handle -> handle.attach(OutboxDao.class)
                        .holdBack(endpoint.id(), now.plus(deferred.atLeast()), notification));
            }
            if (subscribers.noteFailure(endpoint.id(), now)) {
                log.error("disabled endpoint={} after days of nothing but failures", endpoint.name());
            }
        }
    }

    /** When an attempt began and ended, and how long it took. */
    record Timing(Instant started, Instant finished, Duration took) {}
}
