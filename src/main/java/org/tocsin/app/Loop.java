package org.tocsin.app;

import io.dropwizard.lifecycle.Managed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.db.Listener;

/** Runs a step again and again while it finds work, and rests until it is woken when it does not. */
final class Loop implements Managed {
    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    /** One turn of a step. */
    interface Turn {
        /** Whether there may be more to do at once. */
        boolean run() throws InterruptedException;
    }

    /** What a loop does between two turns. */
    interface Rest {
        /** Returns when there may be work, at the latest after {@code longest}. */
        void await(Duration longest) throws InterruptedException;

        default void end() {}

        /** Rests until a notification comes. */
        static Rest listening(Listener listener) {
            return new Rest() {
                @Override
                public void await(Duration longest) throws InterruptedException {
                    listener.await(longest);
                }

                @Override
                public void end() {
                    listener.close();
                }
            };
        }
    }

    private final String name;
    private final Turn turn;
    private final Rest rest;
    private final Duration poll;
    private final Counter failures;
    private @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile long succeeded = System.nanoTime();

    /**
     * @param name of the loop in metrics and logs, and of its thread
     * @param poll how long to rest before looking anyway
     */
    Loop(String name, Turn turn, Rest rest, Duration poll, MeterRegistry meters) {
        this.name = name;
        this.turn = turn;
        this.rest = rest;
        this.poll = poll;
        this.failures = meters.counter("tocsin.loop.failures", "loop", name);
        TimeGauge.builder("tocsin.loop.success.age", () -> sinceSuccess().toMillis(), TimeUnit.MILLISECONDS)
                .tag("loop", name)
                .register(meters);
    }

    @Override
    public void start() {
        Thread started = new Thread(this::work, name);
        started.setDaemon(true);
        succeeded = System.nanoTime();
        started.start();
        thread = started;
    }

    /** Lets a turn under way finish. */
    @Override
    public void stop() throws InterruptedException {
        stopping = true;
        Thread working = thread;
        if (working != null) {
            working.interrupt();
            working.join(FAREWELL.toMillis());
        }
        rest.end();
    }

    String name() {
        return name;
    }

    /** Since a turn last ended well; since the start, if none did. */
    Duration sinceSuccess() {
        return Duration.ofNanos(System.nanoTime() - succeeded);
    }

    private void work() {
        boolean failing = false;
        while (!stopping) {
            try {
                boolean more = turn.run();
                succeeded = System.nanoTime();
                failing = false;
                if (!more) {
                    rest.await(poll);
                }
            } catch (InterruptedException e) {
                log.debug("{} was woken", name);
            } catch (RuntimeException | Error e) {
                // Errors too: a thread that ended would look like one that has nothing to do.
                if (stopping) {
                    log.info("{} stopped in the middle of a turn: {}", name, e.toString());
                    return;
                }
                tell(e, failing);
                failing = true;
                pause();
            }
        }
    }

    /** The whole trace once; a repetition is a line. */
    private void tell(Throwable failure, boolean again) {
        failures.increment();
        if (again) {
            log.error("{} failed again and is tried again in {}: {}", name, poll, failure.toString());
        } else {
            log.error("{} failed and is tried again in {}", name, poll, failure);
        }
    }

    private void pause() {
        try {
            Thread.sleep(poll.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
