package org.tocsin.api;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;
import org.tocsin.series.Selection;

/** Which figures are listed. */
public final class FigureParameters {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    @QueryParam("crisis")
    @Nullable
    String crisis;

    @QueryParam("metric")
    @Nullable
    String metric;

    @QueryParam("source")
    @Nullable
    String source;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("asOf")
    @Nullable
    String asOf;

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** The metric asked for, or each. */
    List<Selection> selections() {
        Metric one = Parameters.code("metric", metric, Metric.class);
        SourceId from = source();
        List<SourceId> sources = from == null ? List.of() : List.of(from);
        return (one == null ? List.of(Metric.values()) : List.of(one))
                .stream()
                        .map(each -> new Selection(each, sources, null, null, null, null))
                        .toList();
    }

    @Nullable
    SourceId source() {
        return Parameters.read("source", source, SourceId::new);
    }

    Period span() {
        LocalDate first = Objects.requireNonNullElse(Parameters.day("from", from), FIRST);
        LocalDate last = Objects.requireNonNullElse(Parameters.day("to", to), LAST);
        return Parameters.required(
                "to", Parameters.read("to", last.toString(), text -> new Period(first, last)), List.of());
    }
}
