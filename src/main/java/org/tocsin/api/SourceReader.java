package org.tocsin.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Actor;
import org.tocsin.collect.NoSuchRunException;
import org.tocsin.collect.Run;
import org.tocsin.collect.RunLog;
import org.tocsin.collect.SourceBook;
import org.tocsin.collect.SourceStanding;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.series.SeriesStore;

/** Puts sources, how they stand and what their runs did into answers. */
final class SourceReader {
    private final SeriesStore series;
    private final SourceBook book;
    private final RunLog runs;
    private final InstantSource clock;

    SourceReader(SeriesStore series, SourceBook book, RunLog runs, InstantSource clock) {
        this.series = series;
        this.book = book;
        this.runs = runs;
        this.clock = clock;
    }

    List<SourceReport> list(Actor reader) {
        Map<SourceId, SourceStanding> standings = book.all(clock.instant());
        return series.sources().stream()
                .flatMap(source -> Optional.ofNullable(standings.get(source.id())).stream()
                        .map(standing -> SourceReport.from(source, standing, reader.role() != null)))
                .toList();
    }

    SourceReport get(SourceId id, Actor reader) {
        return list(reader).stream()
                .filter(report -> report.source().id().equals(id.value()))
                .findFirst()
                .orElseThrow(() -> missing(id.value()));
    }

    /** The source of this name; a problem if none has declared itself under it. */
    SourceId find(String id) {
        return series.sources().stream()
                .map(Source::id)
                .filter(source -> source.value().equals(id))
                .findFirst()
                .orElseThrow(() -> missing(id));
    }

    Page<RunAnswer> runs(SourceId source, int most, @Nullable Long before) {
        long from = Objects.requireNonNullElse(before, Long.MAX_VALUE);
        return Page.of(runs.list(source, from, most + 1), most, Run::id, RunAnswer::from);
    }

    RunReport run(SourceId source, long run) {
        return runs.find(source, run)
                .map(found -> new RunReport(RunAnswer.from(found), runs.rejections(run)))
                .orElseThrow(() -> new NoSuchRunException("no run " + run + " of '" + source + "'"));
    }

    private static ProblemException missing(String id) {
        return ProblemException.notFound("no source '" + id + "'");
    }
}
