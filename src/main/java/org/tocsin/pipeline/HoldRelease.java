package org.tocsin.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.DueStore;
import org.tocsin.collect.Failure;
import org.tocsin.collect.RunCause;
import org.tocsin.collect.RunCounts;
import org.tocsin.collect.RunLog;
import org.tocsin.figure.SourceId;
import org.tocsin.series.HeldStatement;
import org.tocsin.series.HoldStore;
import org.tocsin.series.Merge;
import org.tocsin.series.MergeCounts;
import org.tocsin.series.SeriesStore;

/**
 * Lets held figures go that have waited long enough, were repeated or are near what another source says, each by itself; and
 * carries out what a coordinator decides on one.
 */
public final class HoldRelease {
    /** One that could not be let go is tried again after this. */
    private static final Duration NEXT_ATTEMPT = Duration.ofMinutes(15);

    private final Jdbi jdbi;
    private final HoldStore holds;
    private final SeriesStore series;
    private final DueStore due;
    private final RunLog runs;

    /**
     * Who decided and why.
     *
     * @param because null: the reason that was found
     * @param witness called in the transaction of the decision
     */
    public record Ruling(String by, @Nullable String because, Runnable witness) {}

    public HoldRelease(Jdbi jdbi, HoldStore holds, SeriesStore series, DueStore due, RunLog runs) {
        this.jdbi = jdbi;
        this.holds = holds;
        this.series = series;
        this.due = due;
        this.runs = runs;
    }

    /** The ids of those that have waited until {@code now}. */
    List<Long> waited(Instant now) {
        return holds.listDue(now);
    }

    /** Lets one go, if it waits still. */
    void release(long id, Instant now) {
        Optional<HeldStatement> waiting = holds.findWaiting(id);
        waiting.ifPresent(held -> release(held, new Ruling("sweep", null, () -> {}), now));
    }

    /**
     * Believes a held figure at once.
     *
     * @throws NoSuchHoldException if it does not wait, or not any more
     */
    public HeldStatement release(long id, Ruling ruling, Instant now) {
        HeldStatement held = holds.findWaiting(id).orElseThrow(() -> new NoSuchHoldException(id));
        release(held, ruling, now);
        return held;
    }

    /**
     * Never believes a held figure; the same value of the same record is not asked again.
     *
     * @throws NoSuchHoldException if it does not wait, or not any more
     */
    public HeldStatement drop(long id, Ruling ruling, Instant now) {
        HeldStatement held = holds.findWaiting(id).orElseThrow(() -> new NoSuchHoldException(id));
        jdbi.useTransaction(handle -> end(held, "dropped", ruling, now));
        return held;
    }

    private void end(HeldStatement held, String how, Ruling ruling, Instant now) {
        if (!holds.end(held.id(), how, ruling.by(), ruling.because(), now)) {
            throw new NoSuchHoldException(held.id());
        }
        ruling.witness().run();
    }

    /** Leaves one that could not be let go for later, so that it does not fail every minute. */
    void putOff(long id, Instant now) {
        holds.putOff(id, now.plus(NEXT_ATTEMPT));
    }

    private void release(HeldStatement held, Ruling ruling, Instant now) {
        SourceId source = held.figure().series().line().attribution().source();
        long run = runs.start(source, RunCause.REREAD, now);
        try {
            Instant knownFrom = runs.beginMerge(run, source, now);
            jdbi.useTransaction(handle -> {
                merge(new Merge(run, source, knownFrom, Merge.Telling.BY_AGE, true), held, ruling, now);
                handle.execute("notify tocsin_due");
            });
        } catch (RuntimeException e) {
            close(run, held, e, now);
            throw e;
        }
    }

    private void close(long run, HeldStatement held, RuntimeException cause, Instant now) {
        Failure failure = new Failure("internal", "hold " + held.id(), cause.toString());
        try {
            runs.fail(run, failure, RunCounts.unmerged(0, 0, 0), now);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void merge(Merge merge, HeldStatement held, Ruling ruling, Instant now) {
        // Before the merge, which would take it for overtaken.
        end(held, "released", ruling, now);
        MergeCounts counts = series.merge(merge, figures -> figures.add(held.figure()));
        due.enqueue(merge.run());
        series.reached(merge.source(), merge.run(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        runs.finish(
                merge.run(),
                "merged",
                false,
                new RunCounts(
                        new RunCounts.Merged(counts.added(), counts.revised(), 0, counts.unchanged(), 0, 0),
                        0,
                        0,
                        0,
                        0),
                now);
    }
}
