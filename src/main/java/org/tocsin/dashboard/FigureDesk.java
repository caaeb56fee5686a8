package org.tocsin.dashboard;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.Trend;
import org.tocsin.figure.Area;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.series.Discretion;
import org.tocsin.series.HeldFigure;
import org.tocsin.series.Scope;
import org.tocsin.series.Selection;
import org.tocsin.series.SeriesRef;
import org.tocsin.series.Window;

/** Lists the figures a number is made of, each with its way back to the document. */
final class FigureDesk {
    private static final int MOST_SHOWN = 50;

    private final Doors.Known known;
    private final Wording wording;

    FigureDesk(Doors.Known known, Wording wording) {
        this.known = known;
        this.wording = wording;
    }

    /** The figures of the last window of which something is known. */
    FigureView view(Crisis crisis, Trend trend) {
        Window last = TrendDesk.lastKnown(trend);
        if (last == null) {
            return new FigureView("Nothing is known of these days.", List.of());
        }
        if (!Discretion.rowsMayLeave(trend.source())) {
            return new FigureView(
                    trend.source().name()
                            + " lets its figures be passed on as sums only; single ones are at the source.",
                    List.of());
        }
        List<HeldFigure> found =
                known.figures().list(series(crisis, trend), reach(trend, last), null, null, MOST_SHOWN + 1);
        String days = last.period().start() + " to " + last.period().end();
        return new FigureView(
                found.size() > MOST_SHOWN
                        ? MOST_SHOWN + " of the figures of " + days + "; the API lists all of them."
                        : "The figures of " + days + ".",
                found.stream()
                        .limit(MOST_SHOWN)
                        .map(Discretion::outside)
                        .sorted(Comparator.comparing((HeldFigure figure) ->
                                        figure.statement().period().end())
                                .reversed())
                        .map(this::row)
                        .toList());
    }

    /** A carried value was stated before its window, as long ago as the source takes to speak again. */
    private Period reach(Trend trend, Window last) {
        return last.make().carried()
                ? new Period(
                        last.period()
                                .start()
                                .minusDays(known.series()
                                        .coverage(trend.source().id(), null)
                                        .staleAfterDays()),
                        last.period().end())
                : last.period();
    }

    private List<SeriesRef> series(Crisis crisis, Trend trend) {
        Scope scope = crisis.scope();
        Selection selection = new Selection(
                trend.line().measure().metric(),
                List.of(trend.source().id()),
                trend.derived() ? null : trend.line().population(),
                trend.derived() ? null : trend.line().cause(),
                trend.line().category(),
                trend.line().appeal());
        return known.series().lines(scope, selection).stream()
                .filter(line -> trend.derived() || line.line().equals(trend.line()))
                .flatMap(line -> known.series().series(line, scope).stream())
                .toList();
    }

    private FigureView.Row row(HeldFigure figure) {
        return new FigureView.Row(
                place(figure.where().place()),
                wording.span(
                        figure.statement().period(), figure.line().measure().kind()),
                wording.quantity(
                        figure.statement().quantity(), figure.line().measure().unit()),
                Wording.link(figure.provenance().link()),
                figure.provenance().pointer(),
                figure.provenance().document(),
                "/api/v1/figures/" + figure.id());
    }

    private static String place(Place place) {
        return name(place.admin2()) + name(place.admin1()) + place.country();
    }

    private static String name(@Nullable Area area) {
        return area == null ? "" : area.name() + ", ";
    }
}
