package org.tocsin.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Line;
import org.tocsin.figure.Place;
import org.tocsin.figure.Provenance;
import org.tocsin.figure.Statement;

/** A figure as it is or was believed, with all that is known of where it came from. */
public record HeldFigure(FigureId id, Line line, Where where, Statement statement, Provenance provenance, Known known) {
    /** Where the people are, and where they came from. */
    public record Where(Place place, @Nullable String origin) {}

    /**
     * Since when it was believed, and until when; null: it still is.
     *
     * @param run the run that brought it
     */
    public record Known(long run, Instant from, @Nullable Instant to) {}
}
