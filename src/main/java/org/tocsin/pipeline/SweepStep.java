package org.tocsin.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.DueStore;

/** Makes due what only time has brought about: open alerts to look at again, and held figures nobody has repeated. */
public final class SweepStep {
    private static final Logger log = LoggerFactory.getLogger(SweepStep.class);

    private final Jdbi jdbi;
    private final DueStore due;
    private final HoldRelease holds;
    private final InstantSource clock;
    private final MeterRegistry meters;

    public SweepStep(Jdbi jdbi, DueStore due, HoldRelease holds, InstantSource clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.due = due;
        this.holds = holds;
        this.clock = clock;
        this.meters = meters;
    }

    /** One sweep; idempotent. */
    public void run() {
        Instant now = clock.instant();
        int released = holds.run(now);
        int looked = jdbi.inTransaction(handle -> {
            int count = due.enqueueOpen(now);
            handle.execute("notify tocsin_due");
            return count;
        });
        meters.counter("tocsin.sweep.runs").increment();
        if (released + looked > 0) {
            log.info("swept released={} looked={}", released, looked);
        }
    }
}
