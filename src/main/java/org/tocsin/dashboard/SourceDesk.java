package org.tocsin.dashboard;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Failure;
import org.tocsin.collect.Run;
import org.tocsin.collect.RunCounts;
import org.tocsin.collect.SourceBook;
import org.tocsin.collect.SourceStanding;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.series.SeriesStore;

/** Says how the sources stand. */
final class SourceDesk {
    private static final String NOTHING = "\u2013";

    private final SeriesStore series;
    private final SourceBook book;
    private final Wording wording;
    private final InstantSource clock;

    SourceDesk(SeriesStore series, SourceBook book, Wording wording, InstantSource clock) {
        this.series = series;
        this.book = book;
        this.wording = wording;
        this.clock = clock;
    }

    SourceView view() {
        Map<SourceId, SourceStanding> standings = book.all(clock.instant());
        List<SourceView.Row> rows = new ArrayList<>();
        for (Source source : series.sources()) {
            SourceStanding standing = standings.get(source.id());
            if (standing != null) {
                rows.add(row(source, standing));
            }
        }
        return new SourceView(rows);
    }

    private SourceView.Row row(Source source, SourceStanding standing) {
        LocalDate content = standing.clocks().contentUntil();
        Instant succeeded = standing.clocks().succeededAt();
        long failures = standing.failures();
        return new SourceView.Row(
                source.id().value(),
                source.name(),
                standing.state().code(),
                standing.state().code().replace('_', ' '),
                why(standing),
                failures == 0 ? "" : failures + " failed since",
                content == null ? NOTHING : wording.phrases().day(content),
                succeeded == null ? NOTHING : wording.moment(succeeded),
                last(standing.last()),
                source.cadenceDays() == 1 ? "every day" : "every " + source.cadenceDays() + " days",
                wording.credit(source));
    }

    /** Who paused it is for those with a key: a page names no people. */
    private String why(SourceStanding standing) {
        if (standing.lacking() != null) {
            return "lacks " + standing.lacking();
        }
        return standing.pause() == null
                ? ""
                : "since " + wording.moment(standing.pause().at()) + ": "
                        + standing.pause().because();
    }

    private String last(@Nullable Run run) {
        if (run == null) {
            return NOTHING;
        }
        String begun = wording.moment(run.span().startedAt()) + ", " + run.cause() + ": ";
        if (run.outcome() == null) {
            return begun + "under way";
        }
        Failure failure = run.result().failure();
        RunCounts counts = run.result().counts();
        RunCounts.Merged merged = counts.merged();
        return begun
                + (failure == null
                        ? run.outcome() + ", " + merged.added() + " new, " + merged.revised() + " revised, "
                                + merged.retracted() + " retracted, " + counts.rejected() + " refused"
                        : "failed, " + failure.reason().replace('_', ' '));
    }
}
