package org.tocsin.pipeline;

import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Failure;
import org.tocsin.collect.RunCounts;

/**
 * What came of a run, for whoever started it.
 *
 * @param outcome {@code merged}, {@code unchanged} or {@code failed}
 * @param due how many subjects it made due
 */
public record RunSummary(
        long run,
        String source,
        String outcome,
        RunCounts counts,
        int due,
        @Nullable Failure failure) {
    public boolean failed() {
        return failure != null;
    }

    @Override
    public String toString() {
        RunCounts.Merged merged = counts.merged();
        String numbers = "run=" + run + " source=" + source + " outcome=" + outcome + " documents=" + counts.documents()
                + " bytes=" + counts.bytes() + " added=" + merged.added() + " revised=" + merged.revised()
                + " retracted=" + merged.retracted() + " unchanged=" + merged.unchanged() + " duplicates="
                + merged.duplicates() + " held=" + merged.held() + " rejected=" + counts.rejected() + " texts="
                + counts.texts() + " due="
                + due;
        return failure == null
                ? numbers
                : numbers + " failure=" + failure.reason() + " at=" + failure.at() + " detail=" + failure.detail();
    }
}
