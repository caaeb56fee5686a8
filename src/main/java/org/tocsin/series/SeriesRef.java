package org.tocsin.series;

import java.util.List;
import org.tocsin.figure.Place;
import org.tocsin.figure.Rolling;

/** A stored series of a line and where it lies. */
public record SeriesRef(long id, Place place, Rolling rolling) {
    /**
     * The series of one line that may be added up: totals of the coarsest level if there are totals, else all parts. Totals of two
     * levels are never added.
     */
    public static List<SeriesRef> addable(List<SeriesRef> inside) {
        int coarsest = inside.stream()
                .filter(series -> series.rolling == Rolling.TOTAL)
                .mapToInt(series -> series.place.level())
                .min()
                .orElse(-1);
        return inside.stream()
                .filter(series -> coarsest < 0 || (series.rolling == Rolling.TOTAL && series.place.level() == coarsest))
                .toList();
    }
}
