package org.tocsin.collect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One run of a source, as the log has it. */
public record Run(
        long id,
        String source,
        String cause,
        Span span,
        @Nullable String outcome,
        Result result) {
    /** When it ran; the moment its figures count as known is absent until its merge begins. */
    public record Span(
            Instant startedAt,
            @Nullable Instant knownFrom,
            @Nullable Instant finishedAt) {}

    /** What came of it. */
    public record Result(
            boolean complete, RunCounts counts, @Nullable Failure failure) {}
}
