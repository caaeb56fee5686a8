package org.tocsin.notify;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Shows how full the outbox is, as of the last measurement. */
public final class OutboxMeters {
    private final Outbox outbox;
    private volatile Depth depth = new Depth(0, Duration.ZERO, Duration.ZERO, 0);

    public OutboxMeters(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        Gauge.builder("tocsin.notify.pending", () -> depth.pending()).register(meters);
        Gauge.builder("tocsin.notify.dead", () -> depth.dead()).register(meters);
        TimeGauge.builder("tocsin.notify.oldest.age", () -> depth.oldest().toMillis(), TimeUnit.MILLISECONDS)
                .register(meters);
        TimeGauge.builder("tocsin.notify.overdue.age", () -> depth.overdue().toMillis(), TimeUnit.MILLISECONDS)
                .register(meters);
    }

    /** Measures anew; one small query. */
    public Depth measure() {
        Depth measured = outbox.depth();
        depth = measured;
        return measured;
    }
}
