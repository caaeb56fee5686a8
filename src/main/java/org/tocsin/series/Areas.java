package org.tocsin.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tocsin.figure.Area;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;

/** Adds the series of one line up by admin1 area; what lies in no area stays out. */
final class Areas {
    private final Map<Long, Place> places;
    private final Map<Long, BigDecimal> values = new HashMap<>();

    /** The series that may be added up inside their areas: totals of the coarsest level below the country, else parts. */
    static List<SeriesRef> located(Handle handle, List<SeriesRef> inside) {
        List<SeriesRef> located = inside.stream()
                .filter(series -> series.place().admin1() != null)
                .toList();
        return SeriesDao.addable(handle, located, null);
    }

    Areas(List<SeriesRef> located) {
        this.places = located.stream().collect(Collectors.toMap(SeriesRef::id, SeriesRef::place));
    }

    void add(long series, BigDecimal value) {
        values.merge(series, value, BigDecimal::add);
    }

    /** The shares of figures in some days; a figure of more than {@code longest} days stays out, as it does of windows. */
    void addShares(List<Belief> beliefs, Period days, int longest) {
        for (Belief belief : beliefs) {
            BigDecimal value = belief.value();
            if (value != null && belief.period().days() <= longest && Spread.overlap(belief.period(), days)) {
                add(belief.id().series(), Spread.share(value, belief.period(), days));
            }
        }
    }

    /** Areas with more than nothing, the largest first. */
    List<AreaSum> list() {
        Map<List<String>, AreaSum> sums = new LinkedHashMap<>();
        values.forEach((series, value) -> {
            Place place = places.get(series);
            Area area = place == null ? null : place.admin1();
            if (place != null && area != null) {
                String pcode = area.pcode();
                sums.merge(
                        List.of(place.country(), pcode == null ? area.name() : pcode),
                        new AreaSum(place.country(), area, value),
                        (one, other) -> new AreaSum(
                                one.country(), one.area(), one.value().add(other.value())));
            }
        });
        List<AreaSum> list = new ArrayList<>(sums.values());
        list.removeIf(sum -> sum.value().signum() <= 0);
        list.sort(Comparator.comparing(AreaSum::value)
                .reversed()
                .thenComparing(sum -> sum.area().name()));
        return list;
    }
}
