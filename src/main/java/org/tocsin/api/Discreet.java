package org.tocsin.api;

import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.AccessSettings;
import org.tocsin.access.Operation;
import org.tocsin.crisis.Comparison;
import org.tocsin.crisis.Trend;
import org.tocsin.figure.Source;
import org.tocsin.series.Bucket;
import org.tocsin.series.Discretion;
import org.tocsin.series.HeldFigure;
import org.tocsin.series.Window;

/** Decides what of the figures a reader gets to see: all of it with the right to the archive, else what may leave the house. */
record Discreet(AccessSettings settings) {
    private static final int FORBIDDEN = 403;
    private static final int DAYS_OF_WEEK = 7;

    /** Whether the reader may see rows, places and archived bytes whatever the source's terms. */
    boolean trusts(SecurityContext reader) {
        return Entrance.actor(reader).may(Operation.READ_DOCUMENT, settings);
    }

    /** Refuses windows too narrow for the source's terms or for the people counted. */
    void checkInterval(SecurityContext reader, Trend trend, Bucket interval) {
        if (!trusts(reader) && !Discretion.mayLeave(trend.source(), trend.line(), interval)) {
            List<String> wider = List.of("week", "month", "quarter", "year");
            throw new ProblemException(Problem.field(
                            "interval",
                            "figures of " + trend.source().id() + " on "
                                    + trend.line().population().name().toLowerCase(Locale.ROOT)
                                    + " are given by week or coarser; allowed are " + String.join(", ", wider),
                            wider)
                    .with("source", trend.source().id().value()));
        }
    }

    /** Refuses to compare spans of less than a week where days stay here. */
    void check(SecurityContext reader, Comparison comparison) {
        for (Window window : List.of(comparison.span(), comparison.against())) {
            boolean week = window.period().days() >= DAYS_OF_WEEK;
            boolean few = Discretion.isFew(comparison.line(), window.value());
            if (!week
                    && !trusts(reader)
                    && (few || !Discretion.mayLeave(comparison.source(), comparison.line(), Bucket.DAY))) {
                throw new ProblemException(Problem.field(
                        "span",
                        "figures of " + comparison.source().id() + " are given here by week or coarser",
                        List.of()));
            }
        }
    }

    /** Whether a day's value stands for so few people that this reader does not get it. */
    boolean withholds(SecurityContext reader, Trend trend, Bucket interval, Window window) {
        return interval == Bucket.DAY && !trusts(reader) && Discretion.isFew(trend.line(), window.value());
    }

    /** Whether single rows of the source are for this reader. */
    boolean showsRows(SecurityContext reader, Source source) {
        return trusts(reader) || Discretion.rowsMayLeave(source);
    }

    /** The figure as this reader may see it. */
    HeldFigure shown(SecurityContext reader, HeldFigure figure) {
        return trusts(reader) ? figure : Discretion.outside(figure);
    }

    /** Says that a row or its document stays here, and where it can be looked up instead. */
    ProblemException refusal(String what, Source source, @Nullable HeldFigure figure) {
        Problem problem = Problem.of(FORBIDDEN, what + " of " + source.name() + " are not passed on from here")
                .with("source", source.id().value())
                .with("link", source.terms().link());
        return new ProblemException(
                figure == null
                        ? problem
                        : problem.with("link", figure.provenance().link())
                                .with("pointer", figure.provenance().pointer())
                                .with("sha256", figure.provenance().document()));
    }
}
