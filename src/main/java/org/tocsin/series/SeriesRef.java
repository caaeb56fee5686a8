package org.tocsin.series;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Countries;
import org.tocsin.figure.Place;
import org.tocsin.figure.Rolling;

/**
 * A stored series of a line and where it lies.
 *
 * @param origin of people who crossed a border, ISO 3166-1 alpha-3; of those displaced inside their country the P-code or the name of the
 *     area they left, where a source tells parts of one place apart by it
 */
public record SeriesRef(long id, Place place, @Nullable String origin, Rolling rolling) {
    /**
     * The series of one line that may be added up: of each country (and origin) the totals of the coarsest level if it has totals, else
     * all parts. Totals of two levels are never added.
     *
     * @param speaking ids of those that state anything; a total that does not stands for nothing
     */
    static List<SeriesRef> addable(List<SeriesRef> inside, Set<Long> speaking) {
        Map<List<String>, Integer> coarsest = inside.stream()
                .filter(series -> series.rolling == Rolling.TOTAL && speaking.contains(series.id))
                .collect(Collectors.toMap(SeriesRef::whole, series -> series.place.level(), Math::min));
        return inside.stream()
                .filter(series -> {
                    Integer level = coarsest.get(series.whole());
                    return level == null
                            ? series.rolling == Rolling.PART
                            : series.rolling == Rolling.TOTAL && series.place.level() == level;
                })
                .toList();
    }

    /** What its total would be of: the country, and where people came from. */
    List<String> whole() {
        return List.of(place.country(), Objects.requireNonNullElse(origin, ""));
    }

    /**
     * What is stated anew together: all parts of a country, whichever of its own areas people came from; of those who crossed a border,
     * each country of origin by itself.
     */
    List<String> round() {
        return origin != null && Countries.isKnown(origin) ? whole() : List.of(place.country(), "");
    }
}
