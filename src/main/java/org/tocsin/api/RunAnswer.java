package org.tocsin.api;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Failure;
import org.tocsin.collect.Run;
import org.tocsin.collect.RunCounts;

/**
 * One run of a source.
 *
 * @param cause {@code schedule hand import reread post}
 * @param outcome {@code merged unchanged failed}; null while it runs
 * @param seconds from its start to its end; null while it runs
 * @param documents answers it archived, or read again
 * @param texts in prose that it handed on
 */
record RunAnswer(
        long id,
        String cause,
        Instant startedAt,
        @Nullable Instant knownFrom,
        @Nullable Instant finishedAt,
        @Nullable Double seconds,
        @Nullable String outcome,
        boolean complete,
        RunCounts.Merged figures,
        int rejected,
        int documents,
        long bytes,
        int texts,
        @Nullable Broken failure) {
    private static final String IN_DOCUMENT = "[0-9a-f]{64}( .*)?";
    private static final int DIGEST = 64;
    private static final double MILLIS = 1000;

    /**
     * Why a run failed.
     *
     * @param document SHA-256 of the archived document that broke it; null if none did
     * @param at where in the document, or empty
     */
    record Broken(String reason, @Nullable String document, String at, String detail) {
        static Broken from(Failure failure) {
            boolean inside = failure.at().matches(IN_DOCUMENT);
            return new Broken(
                    failure.reason(),
                    inside ? failure.at().substring(0, DIGEST) : null,
                    inside ? failure.at().substring(DIGEST).strip() : failure.at(),
                    failure.detail());
        }
    }

    static RunAnswer from(Run run) {
        RunCounts counts = run.result().counts();
        Failure failure = run.result().failure();
        return new RunAnswer(
                run.id(),
                run.cause(),
                run.span().startedAt(),
                run.span().knownFrom(),
                run.span().finishedAt(),
                seconds(run.span()),
                run.outcome(),
                run.result().complete(),
                counts.merged(),
                counts.rejected(),
                counts.documents(),
                counts.bytes(),
                counts.texts(),
                failure == null ? null : Broken.from(failure));
    }

    private static @Nullable Double seconds(Run.Span span) {
        Instant end = span.finishedAt();
        return end == null ? null : Duration.between(span.startedAt(), end).toMillis() / MILLIS;
    }
}
