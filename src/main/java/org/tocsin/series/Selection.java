package org.tocsin.series;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;

/** Which lines are asked for; what is null is not asked. */
public record Selection(
        Metric metric,
        List<SourceId> sources,
        @Nullable Population population,
        @Nullable Cause cause,
        @Nullable String category,
        @Nullable String appeal) {
    public Selection {
        sources = List.copyOf(sources);
    }

    public static Selection of(Metric metric) {
        return new Selection(metric, List.of(), null, null, null, null);
    }
}
