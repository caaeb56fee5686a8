package org.tocsin.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.SourceId;

/** Reads series as rules see them: from the store, or from what was remembered of it. */
public interface SeriesReading {
    LineRef line(long id);

    /** The lines that have a series in the scope, ordered by source. */
    List<LineRef> lines(Scope scope, Selection selection);

    /** What a source has covered as known at {@code asOf} (null: now), and how late it usually is. */
    Coverage coverage(SourceId source, @Nullable Instant asOf);

    /** Every statement of a line in the scope as it stood at {@code asOf} (null: as it stands), oldest as-of day first. */
    List<Belief> statements(LineRef line, Scope scope, LocalDate until, @Nullable Instant asOf);

    /**
     * When something new came of a stock or a running total in the scope, or of a flow from its source at all: the last {@code most} days
     * of it, as known at a moment.
     */
    Publications publications(LineRef line, Scope scope, int most, Instant asOf);

    /** The windows of a line in the scope: flows added up, stocks as they stand at the end of each window. */
    List<Window> windows(LineRef line, Scope scope, Frame frame);

    /**
     * The windows of a line in the scope at equal age: each as it was known {@code ageDays} after its last day, so that what is fresh
     * is not held against what was completed since. A window that is younger is read as it stands. Complete is what had reached
     * that age and was covered by then; of what its source was not yet asked about then, nothing is known.
     */
    List<Window> windowsOfAge(LineRef line, Scope scope, Frame frame, int ageDays);

    /** What every appeal of a source asked for and had received on a day, as it stood at {@code asOf} (null: as it stands). */
    List<AppealMoney> money(SourceId source, LocalDate day, @Nullable Instant asOf);
}
