package org.tocsin.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
import org.tocsin.alert.Setback;
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
     * Judges the next due subject. One that cannot be judged stands back with the reason, and is tried again later.
     *
     * @return false if none was due
     */
    public boolean run() {
        AtomicReference<Due> claimed = new AtomicReference<>();
        Judged judged;
        try {
            judged = jdbi.inTransaction(handle -> judgeNext(claimed));
        } catch (RuntimeException | Error e) {
            // Errors too: a subject that is too much for this process must not come first for ever.
            Due due = claimed.get();
            if (due == null) {
                throw e;
            }
            setBack(due, e);
            return true;
        }
        report(judged);
        return claimed.get() != null;
    }

    private Judged judgeNext(AtomicReference<Due> claimed) {
        Judged judged = new Judged();
        Optional<Due> next = books.due().claim(clock.instant());
        next.ifPresent(due -> {
            claimed.set(due);
            books.rules().find(due.rule()).ifPresent(rule -> judge(due, rule, judged));
            books.due().finish(due);
        });
        return judged;
    }

    /** In a transaction of its own, as that of the judgement was rolled back. */
    private void setBack(Due due, Throwable cause) {
        meters.counter("tocsin.watch.failures").increment();
        try {
            books.due().setBack(due, root(cause).toString(), clock.instant()).ifPresent(setback -> log(setback, cause));
        } catch (RuntimeException e) {
            e.addSuppressed(cause);
            throw e;
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The whole trace once; a repetition is a line. */
    private static void log(Setback setback, Throwable cause) {
        if (setback.attempts() == 1) {
            log.error(
                    "cannot judge rule={} scope={} line={}; it is tried again from {}",
                    setback.rule(),
                    setback.scope(),
                    setback.lineId(),
                    setback.notBefore(),
                    cause);
        } else {
            log.warn("still cannot judge {}", setback);
        }
    }

    private void judge(Due due, RuleVersion rule, Judged judged) {
        Judging judging = new Judging(sight.evidence(), sight.series(), books.alerts());
        judging.judge(due, rule, null, clock.instant(), found -> {
            judged.decided(found.decision());
            found.told().forEach(event -> judged.told(tell(found.decision(), event)));
        });
        log.debug("judged rule={} scope={} line={}", due.rule(), due.scope(), due.lineId());
    }

    private Judged.Told tell(Decision decision, AlertEvent event) {
        Notice notice = telling.notices().write(decision, event);
        String evidence = Canonical.sha256(Canonical.write(decision.evidence()));
        int messages = telling.outbox().enqueue(notice, evidence, List.of(event.id()));
        return new Judged.Told(decision, event, notice, messages);
    }

    private void report(Judged judged) {
        judged.decisions()
                .forEach(decision -> meters.counter(
                                "tocsin.watch.decisions",
                                "reason",
                                decision.reason().code())
                        .increment());
        judged.told().forEach(this::report);
    }

    private void report(Judged.Told told) {
        AlertEvent event = told.event();
        String kind = event.kind().code();
        String level = event.level().code();
        meters.counter("tocsin.watch.events", "kind", kind, "level", level).increment();
        log.info(
                "told alert={} kind={} level={} rule={} scope={} value={} messages={}",
                event.alert(),
                kind,
                level,
                told.decision().rule().rule().id(),
                told.decision().evidence().subject().scope(),
                told.decision().judgement().value(),
                told.messages());
        telling.witness().saw(told.notice());
    }
}
