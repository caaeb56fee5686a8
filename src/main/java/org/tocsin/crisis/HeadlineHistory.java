package org.tocsin.crisis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Metric;
import org.tocsin.figure.SourceId;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.SeriesStore;

/** Knows since when lines could stand for a crisis, so that the past is answered by the line that stood for it then. */
final class HeadlineHistory {
    private record Heard(long line, Scope scope) {}

    private final SeriesStore series;
    private final Headline headline;

    /** When a line was first heard of never changes afterwards. */
    private final Map<Heard, Instant> firstHeard = new ConcurrentHashMap<>();

    HeadlineHistory(SeriesStore series, Headline headline) {
        this.series = series;
        this.headline = headline;
    }

    /** The headline's line of those that had been heard of by a moment; if none had, of all. */
    Optional<LineRef> choose(Metric metric, List<LineRef> lines, Scope scope, @Nullable Instant asOf) {
        if (asOf == null || lines.size() < 2) {
            return headline.choose(metric, lines);
        }
        return headline.choose(metric, heard(lines, scope, asOf)).or(() -> headline.choose(metric, lines));
    }

    /** Each change of the headline's source up to a moment, the oldest first. */
    List<HeadlineMark> marks(Metric metric, List<LineRef> lines, Scope scope, Instant until) {
        List<HeadlineMark> marks = new ArrayList<>();
        if (lines.stream().map(HeadlineHistory::source).distinct().count() < 2) {
            return marks;
        }
        SourceId before = null;
        List<Instant> changes = lines.stream()
                .flatMap(line -> firstHeard(line, scope).stream())
                .filter(heard -> !heard.isAfter(until))
                .distinct()
                .sorted()
                .toList();
        for (Instant change : changes) {
            SourceId now = headline.choose(metric, heard(lines, scope, change))
                    .map(HeadlineHistory::source)
                    .orElse(before);
            if (before != null && now != null && !before.equals(now)) {
                marks.add(new HeadlineMark(LocalDate.ofInstant(change, ZoneOffset.UTC), before, now));
            }
            before = now;
        }
        return marks;
    }

    private List<LineRef> heard(List<LineRef> lines, Scope scope, Instant by) {
        return lines.stream()
                .filter(line -> firstHeard(line, scope)
                        .filter(heard -> !heard.isAfter(by))
                        .isPresent())
                .toList();
    }

    private Optional<Instant> firstHeard(LineRef line, Scope scope) {
        Heard key = new Heard(line.id(), scope);
        Instant known = firstHeard.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Instant> found = series.firstKnown(line, scope);
        found.ifPresent(instant -> firstHeard.put(key, instant));
        return found;
    }

    private static SourceId source(LineRef line) {
        return line.line().attribution().source();
    }
}
