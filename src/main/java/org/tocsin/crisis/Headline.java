package org.tocsin.crisis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Line;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;
import org.tocsin.series.LineRef;

/**
 * Chooses the one line that stands for a metric of a crisis over the whole span shown; sources are never summed.
 *
 * @param order sources by metric code, the preferred one first; sources not named come after, by name
 */
public record Headline(java.util.Map<String, List<String>> order) {
    public Headline {
        order = java.util.Map.copyOf(order);
    }

    /** The line shown first; empty when there is none that may stand for the crisis. A claimed figure never does. */
    public Optional<LineRef> choose(Metric metric, List<LineRef> lines) {
        return lines.stream()
                .filter(line -> line.line().attribution().basis() != Basis.CLAIMED)
                .min(Comparator.comparingInt((LineRef line) ->
                                rank(metric, line.line().attribution().source()))
                        .thenComparing(line -> line.line().population() != Population.ALL)
                        .thenComparing(line -> rank(line.line()))
                        .thenComparing(line -> line.line().category() != null)
                        .thenComparingLong(LineRef::id));
    }

    private int rank(Metric metric, SourceId source) {
        List<String> preferred = order.getOrDefault(metric.code(), List.of());
        int rank = preferred.indexOf(source.value());
        return rank < 0 ? preferred.size() : rank;
    }

    private static int rank(Line line) {
        if (line.cause().equals(Cause.ALL)) {
            return 0;
        }
        return line.cause().equals(Cause.CONFLICT) ? 1 : 2;
    }
}
