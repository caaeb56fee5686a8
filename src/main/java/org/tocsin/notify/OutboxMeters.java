package org.tocsin.notify;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.tocsin.db.Sounding;

/** Shows how full the outbox is, measured when somebody looks, on every node. */
public final class OutboxMeters {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private OutboxMeters() {}

    public static void register(Outbox outbox, MeterRegistry meters) {
        Sounding<Depth> depth = new Sounding<>("the outbox", outbox::depth, FRESH);
        number("tocsin.notify.pending", depth, Depth::pending, meters);
        number("tocsin.notify.dead", depth, Depth::dead, meters);
        age("tocsin.notify.oldest.age", depth, Depth::oldest, meters);
        age("tocsin.notify.overdue.age", depth, Depth::overdue, meters);
    }

    private static void number(String name, Sounding<Depth> depth, ToDoubleFunction<Depth> part, MeterRegistry meters) {
        Gauge.builder(name, depth, all -> all.read(part)).strongReference(true).register(meters);
    }

    private static void age(String name, Sounding<Depth> depth, Function<Depth, Duration> part, MeterRegistry meters) {
        TimeGauge.builder(
                        name,
                        depth,
                        TimeUnit.MILLISECONDS,
                        all -> all.read(each -> part.apply(each).toMillis()))
                .strongReference(true)
                .register(meters);
    }
}
