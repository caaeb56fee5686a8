package org.tocsin.notify;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Shows how full the outbox is, as of the last measurement. */
public final class OutboxMeters {
    private final Outbox outbox;
    private final AtomicReference<Depth> depth = new AtomicReference<>(new Depth(0, Duration.ZERO, Duration.ZERO, 0));

    public OutboxMeters(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        Gauge.builder("tocsin.notify.pending", depth, held -> held.get().pending())
                .register(meters);
        Gauge.builder("tocsin.notify.dead", depth, held -> held.get().dead()).register(meters);
        TimeGauge.builder(
                        "tocsin.notify.oldest.age",
                        depth,
                        TimeUnit.MILLISECONDS,
                        held -> held.get().oldest().toMillis())
                .register(meters);
        TimeGauge.builder(
                        "tocsin.notify.overdue.age",
                        depth,
                        TimeUnit.MILLISECONDS,
                        held -> held.get().overdue().toMillis())
                .register(meters);
    }

    /** Measures anew; one small query. */
    public Depth measure() {
        Depth measured = outbox.depth();
        depth.set(measured);
        return measured;
    }
}
