package org.tocsin.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.tocsin.db.Sounding;

/** Shows how much waits to be judged, measured when somebody looks. */
public final class DueMeters {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private DueMeters() {}

    public static void register(DueStore due, InstantSource clock, MeterRegistry meters) {
        Sounding<Backlog> backlog = new Sounding<>("what is due", () -> due.backlog(clock.instant()), FRESH);
        Gauge.builder("tocsin.watch.due", backlog, all -> all.read(Backlog::waiting))
                .strongReference(true)
                .register(meters);
        Gauge.builder("tocsin.watch.failing", backlog, all -> all.read(Backlog::failing))
                .strongReference(true)
                .register(meters);
        TimeGauge.builder(
                        "tocsin.watch.oldest.age",
                        backlog,
                        TimeUnit.MILLISECONDS,
                        all -> all.read(each -> each.oldest().toMillis()))
                .strongReference(true)
                .register(meters);
    }
}
