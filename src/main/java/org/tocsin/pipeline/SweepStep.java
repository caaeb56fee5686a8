package org.tocsin.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.DueStore;

/**
 * Makes due what only time has brought about: open alerts to look at again, held figures nobody has repeated, and once a day
 * the rules on silence; and ends what retired rules have left open. Each of them in a transaction of its own, so that one that fails
 * keeps no other back.
 */
public final class SweepStep {
    private static final Logger log = LoggerFactory.getLogger(SweepStep.class);

    private static final String FAILURES = "tocsin.sweep.failures";
    private static final String HOLD = "hold";
    private static final String ALERT = "alert";
    private static final String DAY = "day";
    private static final String RULE = "rule";

    private final Jdbi jdbi;
    private final DueStore due;
    private final HoldRelease holds;
    private final Retirement retired;
    private final InstantSource clock;
    private final MeterRegistry meters;

    public SweepStep(
            Jdbi jdbi, DueStore due, HoldRelease holds, Retirement retired, InstantSource clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.due = due;
        this.holds = holds;
        this.retired = retired;
        this.clock = clock;
        this.meters = meters;
        // From zero, so that a first failure is already a rise.
        List.of(HOLD, ALERT, DAY, RULE).forEach(unit -> count(unit, 0));
    }

    /** One sweep; idempotent. */
    public void run() {
        Instant now = clock.instant();
        int released = release(now);
        int ended = endRetired(now);
        int looked = lookAgain(now) + turnThePage(now);
        meters.counter("tocsin.sweep.runs").increment();
        if (released + ended + looked > 0) {
            log.info("swept released={} ended={} looked={}", released, ended, looked);
        }
    }

    private int release(Instant now) {
        int released = 0;
        for (long hold : holds.waited(now)) {
            if (swept(HOLD, hold, () -> holds.release(hold, now))) {
                released++;
            } else {
                swept(HOLD, hold, () -> holds.putOff(hold, now));
            }
        }
        return released;
    }

    private int endRetired(Instant now) {
        int ended = 0;
        for (UUID alert : retired.due(now)) {
            if (swept(RULE, alert, () -> retired.end(alert, now))) {
                ended++;
            }
        }
        return ended;
    }

    private int lookAgain(Instant now) {
        int looked = 0;
        for (UUID alert : due.openToLookAt(now)) {
            if (swept(ALERT, alert, () -> due.enqueueOpen(alert, now))) {
                looked++;
            }
        }
        if (looked > 0) {
            jdbi.useHandle(handle -> handle.execute("notify tocsin_due"));
        }
        return looked;
    }

    /** A source that says nothing brings up nothing: rules on silence are judged once a day. */
    private int turnThePage(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        int turned = 0;
        for (String rule : due.daily(today)) {
            if (swept(DAY, rule, () -> due.enqueueDay(rule, today, now))) {
                turned++;
            }
        }
        if (turned > 0) {
            jdbi.useHandle(handle -> handle.execute("notify tocsin_due"));
        }
        return turned;
    }

    /** Whether it worked; if not, that is counted and said, and the sweep goes on. */
    private boolean swept(String unit, Object id, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            count(unit, 1);
            log.error("cannot sweep {}={}; the others go on", unit, id, e);
            return false;
        }
    }

    private void count(String unit, int failures) {
        meters.counter(FAILURES, "unit", unit).increment(failures);
    }
}
