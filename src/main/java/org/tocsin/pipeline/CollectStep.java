package org.tocsin.pipeline;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Cursor;
import org.tocsin.collect.Failure;
import org.tocsin.collect.FetchFailedException;
import org.tocsin.collect.FetchingArchive;
import org.tocsin.collect.NoSuchRunException;
import org.tocsin.collect.Pause;
import org.tocsin.collect.Pauses;
import org.tocsin.collect.Roster;
import org.tocsin.collect.RunCause;
import org.tocsin.collect.RunLog;
import org.tocsin.collect.Web;
import org.tocsin.figure.SourceId;
import org.tocsin.series.Merge;

/** Fetches what a source publishes, archives it, and has it merged: one run from the first request to the last row. */
public final class CollectStep {
    private static final Logger log = LoggerFactory.getLogger(CollectStep.class);

    private final Roster roster;
    private final Pauses pauses;
    private final RunLog runs;
    private final Web web;
    private final MergeStep merge;
    private final InstantSource clock;

    public CollectStep(Roster roster, Pauses pauses, RunLog runs, Web web, MergeStep merge, InstantSource clock) {
        this.roster = roster;
        this.pauses = pauses;
        this.runs = runs;
        this.web = web;
        this.merge = merge;
        this.clock = clock;
    }

    /**
     * Takes over what is declared of every source, be it handed over, asked, or not to be asked yet. One that is asked and handed over is
     * as its collector declares it.
     */
    public void declare() {
        roster.byHand().forEach(runs::declare);
        roster.ready().forEach(collector -> {
            runs.declare(collector.source());
            merge.expect(collector.source().id());
        });
        roster.lacking().keySet().forEach(runs::declare);
    }

    /** The sources that can be collected. */
    public Set<SourceId> sources() {
        return roster.collected();
    }

    /**
     * Refuses a source that cannot be asked.
     *
     * @throws org.tocsin.collect.NotCollectedException if it cannot; says what is missing
     */
    public void check(SourceId source) {
        roster.collector(source);
    }

    /** One run of a source because its time has come; none while somebody has paused it. */
    public Optional<RunSummary> tick(SourceId source) {
        Optional<Pause> pause = pauses.find(source);
        if (pause.isPresent()) {
            log.info(
                    "passed by source={} paused_at={} by={} because={}",
                    source,
                    pause.get().at(),
                    pause.get().by(),
                    pause.get().because());
            merge.passBy(source);
            return Optional.empty();
        }
        return Optional.of(run(source, RunCause.SCHEDULE, Optional.empty()));
    }

    /**
     * One run of a source.
     *
     * @param since the first day asked for; empty: whatever the collector asks for by itself
     * @throws org.tocsin.collect.NotCollectedException if the source cannot be asked; says what is missing
     */
    public RunSummary run(SourceId source, RunCause cause, Optional<LocalDate> since) {
        Collector collector = roster.collector(source);
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

    /**
     * Reads the documents of an earlier run again, after its reader was mended; fetches nothing.
     *
     * @throws NoSuchRunException if the source has no such run, or it archived nothing
     * @throws org.tocsin.collect.NotCollectedException if there is no reader for the source
     */
    public RunSummary reread(SourceId source, long earlier) {
        Collector collector = roster.collector(source);
        checkReread(source, earlier);
        long run = runs.start(source, RunCause.REREAD, clock.instant());
        return merge.run(new MergeStep.Batch(
                run, source, Merge.Telling.BY_AGE, false, web.fetched().of(earlier), collector::read));
    }

    /**
     * Refuses to read again what is not there.
     *
     * @throws NoSuchRunException if the source has no such run, or it archived nothing
     */
    public void checkReread(SourceId source, long earlier) {
        if (runs.find(source, earlier).isEmpty()) {
            throw new NoSuchRunException("no run " + earlier + " of '" + source + "'");
        }
        if (web.fetched().of(earlier).isEmpty()) {
            throw new NoSuchRunException("run " + earlier + " of '" + source + "' archived nothing to read again");
        }
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
