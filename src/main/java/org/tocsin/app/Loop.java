package org.tocsin.app;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.db.Listener;

/** Runs a step again and again while it finds work, and waits for a wake-up when it does not. */
final class Loop implements Managed {
    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    /** One turn of a step. */
    interface Turn {
        /** Whether there may be more to do at once. */
        boolean run() throws InterruptedException;
    }

    private final String name;
    private final Turn turn;
    private final Listener listener;
    private final Duration poll;
    private @Nullable Thread thread;
    private volatile boolean stopping;

    /** @param poll how long to wait for a wake-up before looking anyway */
    Loop(String name, Turn turn, Listener listener, Duration poll) {
        this.name = name;
        this.turn = turn;
        this.listener = listener;
        this.poll = poll;
    }

    @Override
    public void start() {
        Thread started = new Thread(this::work, name);
        started.setDaemon(true);
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
        listener.close();
    }

    private void work() {
        while (!stopping) {
            try {
                if (!turn.run()) {
                    listener.await(poll);
                }
            } catch (InterruptedException e) {
                if (stopping) {
                    return;
                }
            } catch (RuntimeException e) {
                log.error("{} failed and is tried again in {}", name, poll, e);
                pause();
            }
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
