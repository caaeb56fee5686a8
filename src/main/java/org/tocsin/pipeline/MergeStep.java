package org.tocsin.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.DueStore;
import org.tocsin.collect.Document;
import org.tocsin.collect.Failure;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Rejection;
import org.tocsin.collect.RunCounts;
import org.tocsin.collect.RunLog;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.collect.Usual;
import org.tocsin.crisis.AppealStore;
import org.tocsin.figure.SourceId;
import org.tocsin.series.Merge;
import org.tocsin.series.MergeCounts;
import org.tocsin.series.SeriesStore;

/** Reads archived documents into the series: figures, changes and what they make due, all in one transaction or not at all. */
public final class MergeStep {
    private static final Logger log = LoggerFactory.getLogger(MergeStep.class);

    /** A complete run that states less than this share of the usual number is a failure, not a truth. */
    private static final double LEAST_SHARE = 0.5;

    /** Below this usual number no share is judged. */
    private static final int ENOUGH_TO_JUDGE = 20;

    private static final List<String> OUTCOMES = List.of("merged", "unchanged", "failed");

    private final Jdbi jdbi;
    private final RunLog runs;
    private final Stores stores;
    private final InstantSource clock;
    private final MeterRegistry meters;

    /** The doors a merge writes through. */
    public record Stores(
            SeriesStore series, AppealStore appeals, DueStore due, HoldNotices holds, ReportStep reports) {}

    /** Reads one document of a run. */
    public interface Reader {
        void read(Document document, Intake intake) throws UnreadableDocumentException;
    }

    /**
     * What a run is to merge.
     *
     * @param guarded whether far fewer figures than usual break it off
     */
    public record Batch(
            long run,
            SourceId source,
            Merge.Telling telling,
            boolean guarded,
            List<Document> documents,
            Reader reader) {}

    public MergeStep(Jdbi jdbi, RunLog runs, Stores stores, InstantSource clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.runs = runs;
        this.stores = stores;
        this.clock = clock;
        this.meters = meters;
    }

    /** Merges the batch and closes its run, whatever comes of it. */
    public RunSummary run(Batch batch) {
        return run(batch, () -> true);
    }

    /**
     * Merges the batch if it still is to be merged, and closes its run.
     *
     * @param gate asked in the transaction, when no other merge of the source can come between; what it writes is committed with the
     *     merge, or without it if it says no
     */
    RunSummary run(Batch batch, BooleanSupplier gate) {
        return close(batch, (same, knownFrom) -> gate.getAsBoolean() ? merge(same, knownFrom) : leave(same));
    }

    /** Closes a run whose source said that nothing changed: what it covered before, it covers still. */
    RunSummary confirm(Batch batch) {
        return close(batch, (same, knownFrom) -> {
            Instant now = clock.instant();
            stores.series().confirm(same.source(), same.run(), LocalDate.ofInstant(now, ZoneOffset.UTC));
            RunCounts counts = RunCounts.unmerged(0, 0, 0);
            runs.finish(same.run(), "unchanged", true, counts, now);
            return new RunSummary(same.run(), same.source().value(), "unchanged", counts, 0, null);
        });
    }

    /** What is done with a batch in the one transaction of its run. */
    private interface Work {
        RunSummary on(Batch batch, Instant knownFrom);
    }

    private RunSummary close(Batch batch, Work work) {
        RunSummary summary;
        try {
            // Before the transaction, so that a moment read from then on is not one that still changes.
            Instant knownFrom = runs.beginMerge(batch.run(), batch.source(), clock.instant());
            summary = jdbi.inTransaction(handle -> {
                handle.execute(
                        "select pg_advisory_xact_lock(hashtext('merge'), hashtext(?))",
                        batch.source().value());
                RunSummary closed = work.on(batch, knownFrom);
                handle.execute("notify tocsin_due");
                return closed;
            });
        } catch (RunBrokenException e) {
            summary = fail(batch, e.failure());
        } catch (RuntimeException e) {
            log.error("merge failed source={} run={}", batch.source(), batch.run(), e);
            summary = fail(batch, new Failure("internal", "", String.valueOf(e.getMessage())));
        }
        return tell(summary);
    }

    /** Begins every count of a source at zero, so that a first failure is already a rise. */
    void expect(SourceId source) {
        OUTCOMES.forEach(outcome -> count(source.value(), outcome, 0));
        passed(source);
    }

    /** Counts a run that was due and not begun, as its source is paused. */
    void passBy(SourceId source) {
        passed(source).increment();
    }

    /** Closes a run of which nothing was merged. */
    RunSummary fail(Batch batch, Failure failure) {
        RunCounts counts = RunCounts.unmerged(0, batch.documents().size(), bytes(batch));
        runs.fail(batch.run(), failure, counts, clock.instant());
        return new RunSummary(batch.run(), batch.source().value(), "failed", counts, 0, failure);
    }

    /** Closes a run that is not to be merged any more. */
    private RunSummary leave(Batch batch) {
        RunCounts counts = RunCounts.unmerged(0, batch.documents().size(), bytes(batch));
        runs.finish(batch.run(), "unchanged", false, counts, clock.instant());
        return new RunSummary(batch.run(), batch.source().value(), "unchanged", counts, 0, null);
    }

    private RunSummary merge(Batch batch, Instant knownFrom) {
        AtomicReference<Reading> read = new AtomicReference<>();
        Usual usual = batch.guarded() ? runs.usual(batch.source()) : new Usual(List.of());
        Merge merge = new Merge(batch.run(), batch.source(), knownFrom, batch.telling(), false);
        MergeCounts merged = stores.series().merge(merge, figures -> {
            Reading reading = new Reading(figures);
            read.set(reading);
            batch.documents().forEach(document -> read(batch, document, reading.of(document)));
            refuseTooLittle(reading, usual);
        });
        Reading reading = Objects.requireNonNull(read.get(), "the merge has read its documents");
        stores.appeals().record(batch.source(), reading.appeals(), knownFrom);
        runs.reject(batch.run(), reading.rejections());
        List<Rejection> refused = take(batch, reading);
        int due = stores.due().enqueue(batch.run());
        if (merged.held() > 0) {
            stores.holds().tell(batch.run());
        }
        boolean complete = reading.complete() || !batch.guarded();
        stores.series().learn(batch.source(), complete, clock.instant());
        stores.series().reached(batch.source(), batch.run(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        RunCounts counts = new RunCounts(
                new RunCounts.Merged(
                        merged.added(),
                        merged.revised(),
                        merged.retracted(),
                        merged.unchanged(),
                        merged.duplicates(),
                        merged.held()),
                reading.rejected() + reading.skipped() + refused.size(),
                batch.documents().size(),
                bytes(batch),
                reading.texts().size() - refused.size());
        runs.finish(batch.run(), "merged", reading.complete(), counts, clock.instant());
        return new RunSummary(batch.run(), batch.source().value(), "merged", counts, due, null);
    }

    /** Hands texts on within the transaction: what a run was told of is there with the run, or with neither. */
    private List<Rejection> take(Batch batch, Reading reading) {
        List<Rejection> refused = stores.reports().take(batch.source(), reading.texts());
        if (reading.stated() == 0
                && !refused.isEmpty()
                && refused.size() == reading.texts().size()) {
            throw allRejected(refused.get(0));
        }
        runs.reject(batch.run(), refused);
        reading.texts().stream()
                .map(told -> told.text().published())
                .max(Comparator.naturalOrder())
                .ifPresent(
                        day -> runs.reached(batch.source(), day, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        return refused;
    }

    private static void read(Batch batch, Document document, Reading reading) {
        try {
            batch.reader().read(document, reading);
        } catch (UnreadableDocumentException e) {
            throw new RunBrokenException(
                    new Failure("unreadable", document.sha256() + " " + e.at(), e.field() + " " + e.getMessage()));
        }
    }

    private static void refuseTooLittle(Reading reading, Usual runs) {
        if (reading.stated() == 0 && reading.texts().isEmpty() && reading.rejected() > 0) {
            throw allRejected(reading.first());
        }
        int usual = runs.in(reading.days());
        if (reading.complete() && usual >= ENOUGH_TO_JUDGE && reading.stated() < usual * LEAST_SHARE) {
            throw new RunBrokenException(
                    new Failure("too_few", "", reading.stated() + " figures where " + usual + " are usual"));
        }
    }

    private static RunBrokenException allRejected(Rejection first) {
        return new RunBrokenException(
                new Failure("all_rejected", first.document() + " " + first.at(), first.field() + " " + first.why()));
    }

    private static long bytes(Batch batch) {
        return batch.documents().stream().mapToLong(Document::size).sum();
    }

    /** Says in the log and in the counts what came of a run. */
    RunSummary tell(RunSummary summary) {
        log.info("collected {}", summary);
        String source = summary.source();
        count(source, summary.outcome(), 1);
        RunCounts.Merged merged = summary.counts().merged();
        Map.of(
                        "added", merged.added(),
                        "revised", merged.revised(),
                        "retracted", merged.retracted(),
                        "held", merged.held(),
                        "rejected", summary.counts().rejected())
                .forEach((kind, figures) -> meters.counter("tocsin.collect.figures", "source", source, "kind", kind)
                        .increment(figures));
        return summary;
    }

    private Counter passed(SourceId source) {
        return meters.counter("tocsin.collect.passed", "source", source.value());
    }

    private void count(String source, String outcome, int runs) {
        meters.counter("tocsin.collect.runs", "source", source, "outcome", outcome)
                .increment(runs);
    }
}
