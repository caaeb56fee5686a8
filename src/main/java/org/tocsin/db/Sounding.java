package org.tocsin.db;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a query measures for the gauges that show it: asked when somebody looks, and not again for a while however many look. */
public final class Sounding<T> {
    private static final Logger log = LoggerFactory.getLogger(Sounding.class);

    private final String what;
    private final Supplier<T> query;
    private final long freshNanos;
    private final LongSupplier ticks;
    private @Nullable T last;
    private boolean asked;
    private long askedAt;

    /** @param fresh for how long an answer, or that there was none, is shown without asking again */
    public Sounding(String what, Supplier<T> query, Duration fresh) {
        this(what, query, fresh, System::nanoTime);
    }

    Sounding(String what, Supplier<T> query, Duration fresh, LongSupplier ticks) {
        this.what = what;
        this.query = query;
        this.freshNanos = fresh.toNanos();
        this.ticks = ticks;
    }

    /** A number of the measurement; not a number while the database does not answer. */
    public double read(ToDoubleFunction<T> part) {
        T measured = measure();
        return measured == null ? Double.NaN : part.applyAsDouble(measured);
    }

    private synchronized @Nullable T measure() {
        long now = ticks.getAsLong();
        if (!asked || now - askedAt >= freshNanos) {
            last = ask();
            asked = true;
            askedAt = ticks.getAsLong();
        }
        return last;
    }

    private @Nullable T ask() {
        try {
            return query.get();
        } catch (RuntimeException e) {
            log.warn("{} cannot be measured: {}", what, e.toString());
            return null;
        }
    }
}
