package org.tocsin.api;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Area;
import org.tocsin.figure.Place;
import org.tocsin.figure.Provenance;
import org.tocsin.series.HeldFigure;

/**
 * One figure as it is or was believed, with where it can be looked up.
 *
 * @param coarsened whether place and period are given no finer than admin1 and week, and the event is left out
 */
record FigureAnswer(
        String id,
        LineAnswer line,
        Where place,
        PeriodAnswer period,
        QuantityAnswer quantity,
        String status,
        @Nullable String eventName,
        @Nullable String glide,
        Origin provenance,
        Believed believed,
        boolean coarsened)
        implements Answer {
    record Where(
            String country,
            @Nullable String admin1,
            @Nullable String admin1Pcode,
            @Nullable String admin2,
            @Nullable String admin2Pcode,
            @Nullable String origin) {
        static Where from(HeldFigure.Where where) {
            Place place = where.place();
            return new Where(
                    place.country(),
                    name(place.admin1()),
                    pcode(place.admin1()),
                    name(place.admin2()),
                    pcode(place.admin2()),
                    where.origin());
        }

        private static @Nullable String name(@Nullable Area area) {
            return area == null ? null : area.name();
        }

        private static @Nullable String pcode(@Nullable Area area) {
            return area == null ? null : area.pcode();
        }
    }

    /**
     * Where it was said.
     *
     * @param sha256 of the archived document
     * @param pointer where in the document
     */
    record Origin(@Nullable URI link, @Nullable LocalDate published, String sha256, String pointer, String document) {
        static Origin from(HeldFigure figure) {
            Provenance provenance = figure.provenance();
            return new Origin(
                    provenance.link(),
                    provenance.published(),
                    provenance.document(),
                    provenance.pointer(),
                    "/api/v1/figures/" + figure.id() + "/document");
        }
    }

    /**
     * Since when it is believed.
     *
     * @param to null while it still is
     * @param run the run that brought it
     */
    record Believed(Instant from, @Nullable Instant to, long run) {}

    /** The figure as it may be shown; {@code whole} is the figure as it is held. */
    static FigureAnswer from(HeldFigure shown, HeldFigure whole) {
        return new FigureAnswer(
                shown.id().toString(),
                LineAnswer.from(shown.line()),
                Where.from(shown.where()),
                PeriodAnswer.from(shown.statement().period()),
                QuantityAnswer.from(shown.statement().quantity()),
                shown.statement().status().code(),
                shown.statement().event().name(),
                shown.statement().event().glide(),
                Origin.from(shown),
                new Believed(
                        shown.known().from(), shown.known().to(), shown.known().run()),
                !shown.equals(whole));
    }
}
