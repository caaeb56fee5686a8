package org.tocsin.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.alert.DueStore;
import org.tocsin.collect.RunCause;
import org.tocsin.collect.RunCounts;
import org.tocsin.collect.RunLog;
import org.tocsin.figure.SourceId;
import org.tocsin.series.HeldStatement;
import org.tocsin.series.HoldStore;
import org.tocsin.series.Merge;
import org.tocsin.series.MergeCounts;
import org.tocsin.series.SeriesStore;

/** Lets held figures go that have waited long enough: each is merged as what it is, an unconfirmed jump. */
public final class HoldRelease {
    private final Jdbi jdbi;
    private final HoldStore holds;
    private final SeriesStore series;
    private final DueStore due;
    private final RunLog runs;

    public HoldRelease(Jdbi jdbi, HoldStore holds, SeriesStore series, DueStore due, RunLog runs) {
        this.jdbi = jdbi;
        this.holds = holds;
        this.series = series;
        this.due = due;
        this.runs = runs;
    }

    /** Releases what has waited until {@code now}; says how many. */
    public int run(Instant now) {
        Map<SourceId, List<HeldStatement>> waiting = holds.due(now).stream()
                .collect(Collectors.groupingBy(
                        held -> held.figure().series().line().attribution().source()));
        waiting.forEach((source, held) -> release(source, held, now));
        return waiting.values().stream().mapToInt(List::size).sum();
    }

    private void release(SourceId source, List<HeldStatement> held, Instant now) {
        long run = runs.start(source, RunCause.REREAD, now);
        Instant knownFrom = runs.beginMerge(run, source, now);
        jdbi.useTransaction(handle -> {
            // Before the merge, which would take them for overtaken.
            held.forEach(each -> holds.end(each.id(), "released", "sweep", now));
            MergeCounts counts = series.merge(
                    new Merge(run, source, knownFrom, Merge.Telling.BY_AGE, true),
                    merge -> held.forEach(each -> merge.add(each.figure())));
            due.enqueue(run);
            runs.finish(
                    run,
                    "merged",
                    false,
                    new RunCounts(
                            new RunCounts.Merged(counts.added(), counts.revised(), 0, counts.unchanged(), 0, 0),
                            0,
                            0,
                            0),
                    now);
        });
    }
}
