package org.tocsin.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.Decision;
import org.tocsin.alert.DecisionStore;
import org.tocsin.detect.Canonical;
import org.tocsin.notify.Notice;

/**
 * Stands down what a rule has left open that is out of force, because nobody judges it any more. Those who were told of the alert are
 * told so, in the same thread, and nobody else is.
 */
public final class Retirement {
    /** The reason of the event. */
    static final String RULE_RETIRED = "rule_retired";

    /** Messages cannot be taken back: for so long a rule that was taken out by mistake can be put back. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(Retirement.class);

    private final Jdbi jdbi;
    private final AlertBook alerts;
    private final DecisionStore decisions;
    private final WatchStep.Telling telling;
    private final MeterRegistry meters;

    public Retirement(
            Jdbi jdbi, AlertBook alerts, DecisionStore decisions, WatchStep.Telling telling, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.alerts = alerts;
        this.decisions = decisions;
        this.telling = telling;
        this.meters = meters;
    }

    /** The alerts that are open although their rule has been out of force for the time of grace. */
    List<UUID> due(Instant now) {
        return alerts.listWithoutRule(now.minus(GRACE));
    }

    /** Ends one, if it is open still: the event, and a message for each who was told, in one transaction. */
    void end(UUID alert, Instant now) {
        Optional<Notice> told = jdbi.inTransaction(handle ->
                alerts.close(alert, RULE_RETIRED, now).filter(AlertEvent::told).flatMap(this::tell));
        told.ifPresent(telling.witness()::saw);
    }

    private Optional<Notice> tell(AlertEvent event) {
        Optional<Decision> found = alerts.findTold(event.alert()).map(decisions::get);
        return found.map(decision -> {
            Notice notice = telling.notices().write(decision, event);
            String evidence = Canonical.sha256(Canonical.write(decision.evidence()));
            int messages = telling.outbox().enqueue(notice, evidence, List.of(event.id()));
            String kind = event.kind().code();
            String level = event.level().code();
            meters.counter("tocsin.watch.events", "kind", kind, "level", level).increment();
            log.info("told alert={} kind={} reason={} messages={}", event.alert(), kind, RULE_RETIRED, messages);
            return notice;
        });
    }
}
