package org.tocsin.pipeline;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Failure;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.FetchingArchive;
import org.tocsin.collect.RunCause;
import org.tocsin.collect.RunLog;
import org.tocsin.collect.Web;
import org.tocsin.figure.SourceId;
import org.tocsin.series.Merge;

/** Fetches what a source publishes, archives it, and has it merged: one run from the first request to the last row. */
public final class CollectStep {
    private static final Logger log = LoggerFactory.getLogger(CollectStep.class);

    private final Map<SourceId, Collector> collectors;
    private final RunLog runs;
    private final Web web;
    private final MergeStep merge;
    private final InstantSource clock;

    public CollectStep(List<Collector> collectors, RunLog runs, Web web, MergeStep merge, InstantSource clock) {
        this.collectors = collectors.stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        collector -> collector.source().id(), collector -> collector));
        this.runs = runs;
        this.web = web;
        this.merge = merge;
        this.clock = clock;
    }

    /** Takes over what every collector declares of its source. */
    public void declare() {
        collectors.values().forEach(collector -> {
            runs.declare(collector.source());
            merge.expect(collector.source().id());
        });
    }

    /** The sources that can be collected. */
    public java.util.Set<SourceId> sources() {
        return collectors.keySet();
    }

    /**
     * One run of a source.
     *
     * @param since the first day asked for; empty: whatever the collector asks for by itself
     * @throws IllegalArgumentException if there is no such source
     */
    public RunSummary run(SourceId source, RunCause cause, Optional<LocalDate> since) {
        Collector collector = collectors.get(source);
        if (collector == null) {
            throw new IllegalArgumentException("no source '" + source + "', configured are " + sources());
        }
        long run = runs.start(source, cause, clock.instant());
        FetchingArchive archive = web.archive(run, clock);
        Optional<Failure> failure =
                fetch(collector, new Cursor(clock.instant(), since, runs.lastGood(source)), archive);
        MergeStep.Batch batch = new MergeStep.Batch(
                run, source, Merge.Telling.BY_AGE, since.isEmpty(), archive.documents(), collector::read);
        if (failure.isPresent()) {
            return merge.tell(merge.fail(batch, failure.get()));
        }
        return archive.unchanged() ? merge.confirm(batch) : merge.run(batch);
    }

    /** Reads the documents of an earlier run again, after its reader was mended; fetches nothing. */
    public RunSummary reread(SourceId source, long earlier) {
        Collector collector = collectors.get(source);
        if (collector == null) {
            throw new IllegalArgumentException("no source '" + source + "', configured are " + sources());
        }
        long run = runs.start(source, RunCause.REREAD, clock.instant());
        return merge.run(new MergeStep.Batch(
                run, source, Merge.Telling.BY_AGE, false, web.fetched().of(earlier), collector::read));
    }

    private static Optional<Failure> fetch(Collector collector, Cursor cursor, FetchingArchive archive) {
        try {
            collector.fetch(cursor, archive);
            return Optional.empty();
        } catch (FetchFailedException e) {
            return Optional.of(new Failure(e.reason(), "", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            log.error("fetching failed source={}", collector.source().id(), e);
            return Optional.of(new Failure("internal", "", String.valueOf(e.getMessage())));
        }
    }
}
