package org.tocsin.notify;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox: leases what is due, sends it outside any transaction on a bounded number of senders, writes down what the
 * far end said. A process that dies in between leaves a claim that its {@link Peers} release, or whose lease ends, and the message
 * goes again under the same id.
 */
public final class Relay implements AutoCloseable {
    /** So few at once, that a batch for one dead endpoint leaves senders for the others. */
    private static final int BATCH = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(25);

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final Outbox outbox;
    private final Map<Class<?>, Channel<?>> channels;
    private final Surroundings surroundings;
    private final MeterRegistry meters;
    private final int size;
    private final Semaphore free;
    private final ExecutorService senders;

    /** @param size how many messages are under way at most, more than 0 */
    public Relay(Outbox outbox, List<Channel<?>> channels, Surroundings surroundings, MeterRegistry meters, int size) {
        this.outbox = outbox;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::reaches, Function.identity()));
        this.surroundings = surroundings;
        this.meters = meters;
        this.size = size;
        this.free = new Semaphore(size, true);
        AtomicInteger number = new AtomicInteger();
        this.senders = Executors.newFixedThreadPool(size, work -> {
            Thread thread = new Thread(work, "relay-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts sending what is due, as far as there are free senders; waits up to a second for one. Call it again at once while it
     * starts something.
     *
     * @return how many messages were started, or given up because they cannot be read
     */
    public int run() throws InterruptedException {
        int room = room();
        if (room == 0) {
            return 0;
        }
        int started = 0;
        try {
            Haul haul =
                    outbox.claim(surroundings.claimant(), surroundings.clock().instant(), room);
            surroundings.waypoints().reached("claimed");
            haul.unreadable().forEach(this::report);
            for (Claim claim : haul.claims()) {
                senders.execute(() -> carry(claim));
                started++;
            }
            return started + haul.unreadable().size();
        } finally {
            free.release(room - started);
        }
    }

    /** Waits until nothing is under way. False when that takes longer than {@code patience}. */
    public boolean awaitIdle(Duration patience) throws InterruptedException {
        if (!free.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        free.release(size);
        return true;
    }

    /** Lets what is under way finish, for a while; the rest goes again when its lease ends. */
    @Override
    public void close() {
        senders.shutdown();
        try {
            if (!senders.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn(
                        "stopped with messages under way; they go again in {} s at the latest",
                        Outbox.LEASE.toSeconds());
                senders.shutdownNow();
            }
        } catch (InterruptedException e) {
            senders.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private int room() throws InterruptedException {
        if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return 0;
        }
        int room = 1;
        while (room < BATCH && free.tryAcquire()) {
            room++;
        }
        return room;
    }

    private void carry(Claim claim) {
        try {
            send(claim);
        } catch (RuntimeException e) {
            meters.counter("tocsin.notify.unfinished").increment();
            log.error(
                    "attempt not written down notification={}; it goes again when its lease ends",
                    claim.notification().id(),
                    e);
        } finally {
            free.release();
        }
    }

    private void send(Claim claim) {
        Channel<?> channel = channelFor(claim.destination());
        Instant started = surroundings.clock().instant();
        long ticks = System.nanoTime();
        Delivery delivery = attempt(channel, claim);
        Duration took = Duration.ofNanos(System.nanoTime() - ticks);
        if (delivery instanceof Delivery.Accepted) {
            surroundings.waypoints().reached("accepted");
        }
        Instant finished = surroundings.clock().instant();
        Settlement settlement =
                Settlement.of(delivery, claim.attempts(), channel.timetable(), finished, surroundings.random());
        boolean written = outbox.finish(claim, delivery, settlement, new Outbox.Timing(started, finished, took));
        report(claim, delivery, settlement, written);
        meters.timer("tocsin.notify.send", "channel", claim.destination().channel())
                .record(took);
    }

    private static <D extends Destination> Delivery attempt(Channel<D> channel, Claim claim) {
        try {
            return channel.deliver(claim.notification(), channel.reaches().cast(claim.destination()));
        } catch (RuntimeException e) {
            log.error("channel failed notification={}", claim.notification().id(), e);
            return new Delivery.Deferred(Delivery.Reply.none("failed here: " + e), Duration.ZERO);
        }
    }

    private Channel<?> channelFor(Destination destination) {
        Channel<?> channel = channels.get(destination.getClass());
        if (channel == null) {
            throw new IllegalStateException("no channel for " + destination.channel());
        }
        return channel;
    }

    private void report(Unreadable row) {
        meters.counter("tocsin.notify.unreadable", "channel", row.channel()).increment();
        log.error(
                "cannot read notification={} channel={}; it is in the dead-letter list: {}",
                row.notification(),
                row.channel(),
                row.why());
    }

    private void report(Claim claim, Delivery delivery, Settlement settlement, boolean written) {
        String channel = claim.destination().channel();
        Notification notification = claim.notification();
        if (!written) {
            meters.counter("tocsin.notify.stale", "channel", channel).increment();
            log.warn("attempt came too late notification={} outcome={}", notification.id(), delivery.outcome());
            return;
        }
        meters.counter("tocsin.notify.attempts", "channel", channel, "outcome", delivery.outcome())
                .increment();
        log.info(
                "attempted notification={} alert={} channel={} destination={} outcome={} attempt={} said=\"{}\"",
                notification.id(),
                notification.notice().alarm().alert(),
                channel,
                claim.destination().id(),
                delivery.outcome(),
                claim.attempts() + 1,
                delivery.reply().text());
        if (delivery instanceof Delivery.Accepted) {
            meters.timer("tocsin.notify.latency", "channel", channel)
                    .record(Duration.between(
                            notification.createdAt(), surroundings.clock().instant()));
        } else if (settlement.ended()) {
            meters.counter("tocsin.notify.given.up", "channel", channel).increment();
            log.error("gave up notification={} channel={}; it is in the dead-letter list", notification.id(), channel);
        }
    }
}
