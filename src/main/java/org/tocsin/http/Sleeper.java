package org.tocsin.http;

import java.time.Duration;

/** Waits, so that tests need not. */
@FunctionalInterface
public interface Sleeper {
    /** Waits on this thread. */
    Sleeper REAL = pause -> Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);

    void sleep(Duration pause) throws InterruptedException;
}
