package org.tocsin.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Failure;
import org.tocsin.collect.Run;
import org.tocsin.collect.RunCounts;

/**
 * One run of a source.
 *
 * @param outcome null while it runs
 */
record RunAnswer(
        long id,
        String cause,
        Instant startedAt,
        @Nullable Instant knownFrom,
        @Nullable Instant finishedAt,
        @Nullable String outcome,
        boolean complete,
        RunCounts.Merged figures,
        int rejected,
        int documents,
        long bytes,
        @Nullable Failure failure) {
    static RunAnswer from(Run run) {
        RunCounts counts = run.result().counts();
        return new RunAnswer(
                run.id(),
                run.cause(),
                run.span().startedAt(),
                run.span().knownFrom(),
                run.span().finishedAt(),
                run.outcome(),
                run.result().complete(),
                counts.merged(),
                counts.rejected(),
                counts.documents(),
                counts.bytes(),
                run.result().failure());
    }
}
