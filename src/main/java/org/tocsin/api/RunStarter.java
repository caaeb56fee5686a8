package org.tocsin.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.access.Actor;
import org.tocsin.collect.RunCause;
import org.tocsin.figure.SourceId;
import org.tocsin.pipeline.CollectStep;
import org.tocsin.pipeline.RunSummary;

/** Starts runs that nobody waits for: one of a source at a time, as many as the executor takes. */
final class RunStarter {
    private static final Logger log = LoggerFactory.getLogger(RunStarter.class);

    private final Doors.Collected collected;
    private final Doors.Access access;
    private final Set<SourceId> running = ConcurrentHashMap.newKeySet();

    RunStarter(Doors.Collected collected, Doors.Access access) {
        this.collected = collected;
        this.access = access;
    }

    /**
     * Begins a run; a problem if the source cannot be asked, is being asked, or too much is going on.
     *
     * @param reread the run whose documents are read again; null to fetch
     */
    void start(SourceId source, @Nullable Long reread, Actor by) {
        collected.steps().collect().check(source);
        if (reread != null) {
            collected.steps().collect().checkReread(source, reread);
        }
        if (!running.add(source)) {
            throw new ProblemException(Problem.of(409, "a run of " + source + " that was asked for is not over yet"));
        }
        try {
            access.audit()
                    .record(
                            by,
                            "run.start",
                            source.value(),
                            reread == null
                                    ? Map.of()
                                    : Map.of("reread", reread)); // a run opens transactions of its own
            collected.background().execute(() -> run(source, reread));
        } catch (RejectedExecutionException e) {
            running.remove(source);
            throw new ProblemException(Problem.of(503, "too many runs are going on; try again later"));
        }
    }

    private void run(SourceId source, @Nullable Long reread) {
        try {
            CollectStep collect = collected.steps().collect();
            RunSummary summary = reread == null
                    ? collect.run(source, RunCause.HAND, Optional.empty())
                    : collect.reread(source, reread);
            log.info("collected {}", summary);
        } catch (RuntimeException e) {
            log.error("run broke off source={}", source, e);
        } finally {
            running.remove(source);
        }
    }
}
