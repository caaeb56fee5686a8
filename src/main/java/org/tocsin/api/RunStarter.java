package org.tocsin.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.access.Actor;
import org.tocsin.collect.Run;
import org.tocsin.collect.RunCause;
import org.tocsin.figure.SourceId;
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

    /** Runs of a source, the newest first. */
    List<Run> list(SourceId source, long before, int limit) {
        return collected.runs().list(source, before, limit);
    }

    /** Begins a run; a problem if the source cannot be collected, is being collected, or too much is going on. */
    void start(SourceId source, Actor by) {
        if (!collected.collect().sources().contains(source)) {
            throw new ProblemException(Problem.of(409, "no collector is configured for the source " + source));
        }
        if (!running.add(source)) {
            throw new ProblemException(Problem.of(409, "a run of " + source + " that was asked for is not over yet"));
        }
        try {
            access.audit().record(by, "run.start", source.value(), Map.of()); // a run opens transactions of its own
            collected.background().execute(() -> run(source));
        } catch (RejectedExecutionException e) {
            running.remove(source);
            throw new ProblemException(Problem.of(503, "too many runs are going on; try again later"));
        }
    }

    private void run(SourceId source) {
        try {
            RunSummary summary = collected.collect().run(source, RunCause.HAND, Optional.empty());
            log.info("collected {}", summary);
        } catch (RuntimeException e) {
            log.error("run broke off source={}", source, e);
        } finally {
            running.remove(source);
        }
    }
}
