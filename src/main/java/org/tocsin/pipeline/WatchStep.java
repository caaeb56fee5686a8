package org.tocsin.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.AlertEvent;
import org.tocsin.alert.Decision;
import org.tocsin.alert.Due;
import org.tocsin.alert.DueStore;
import org.tocsin.alert.RuleStore;
import org.tocsin.alert.RuleVersion;
import org.tocsin.detect.Canonical;
import org.tocsin.notify.Notice;
import org.tocsin.notify.Outbox;
import org.tocsin.series.SeriesStore;

/** Judges what became due, one subject a transaction: decisions, the alert, its notifications and the due row together. */
public final class WatchStep {
    private static final Logger log = LoggerFactory.getLogger(WatchStep.class);

    private final Jdbi jdbi;
    private final Books books;
    private final Sight sight;
    private final Telling telling;
    private final InstantSource clock;
    private final MeterRegistry meters;

    /** What is due, by which rules, and what is open. */
    public record Books(DueStore due, RuleStore rules, AlertBook alerts) {}

    /** How a subject is seen. */
    public record Sight(EvidenceReader evidence, SeriesStore series) {}

    /** How a finding is told. */
    public record Telling(NoticeWriter notices, Outbox outbox, Witness witness) {}

    /** Told of each event after its transaction, for whoever watches along. */
    public interface Witness {
        Witness NOBODY = notice -> {};

        void saw(Notice notice);
    }

    public WatchStep(Jdbi jdbi, Books books, Sight sight, Telling telling, InstantSource clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.books = books;
        this.sight = sight;
        this.telling = telling;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Judges the next due subject.
     *
     * @return false if none was due
     */
    public boolean run() {
        List<Notice> told = new java.util.ArrayList<>();
        boolean found = jdbi.inTransaction(handle -> {
            Optional<Due> next = books.due().claim();
            next.ifPresent(due -> {
                books.rules().find(due.rule()).ifPresent(rule -> told.addAll(judge(due, rule)));
                books.due().finish(due);
            });
            return next.isPresent();
        });
        told.forEach(telling.witness()::saw);
        return found;
    }

    private List<Notice> judge(Due due, RuleVersion rule) {
        Judging judging = new Judging(sight.evidence(), sight.series(), books.alerts());
        List<Judging.Found> found = judging.judge(due, rule, null, clock.instant());
        List<Notice> told = new java.util.ArrayList<>();
        for (Judging.Found each : found) {
            meters.counter(
                            "tocsin.watch.decisions",
                            "reason",
                            each.decision().reason().code())
                    .increment();
            each.told().forEach(event -> told.add(tell(each.decision(), event)));
        }
        log.debug("judged rule={} scope={} line={} windows={}", due.rule(), due.scope(), due.lineId(), found.size());
        return told;
    }

    private Notice tell(Decision decision, AlertEvent event) {
        Notice notice = telling.notices().write(decision, event);
        String evidence = Canonical.sha256(Canonical.write(decision.evidence()));
        int messages = telling.outbox().enqueue(notice, evidence, List.of(event.id()));
        meters.counter(
                        "tocsin.watch.events",
                        "kind",
                        event.kind().code(),
                        "level",
                        event.level().code())
                .increment();
        log.info(
                "told alert={} kind={} level={} rule={} scope={} value={} messages={}",
                event.alert(),
                event.kind().code(),
                event.level().code(),
                decision.rule().rule().id(),
                decision.evidence().subject().scope(),
                decision.judgement().value(),
                messages);
        return notice;
    }
}
