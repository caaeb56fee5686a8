package org.tocsin.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Point;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Period;
import org.tocsin.notify.Notice;

/** Cuts days into weeks of seven days, counted back from the last one, so that no single day is told. */
final class Weeks {
    private static final int DAYS = 7;

    private Weeks() {}

    /**
     * The weeks, oldest first; days before the first whole week are left out.
     *
     * @param days one after the other, without a gap
     * @param kind whether they add up, or the last one stands
     */
    static List<Notice.SeriesPoint> of(List<Point> days, Kind kind) {
        List<Notice.SeriesPoint> weeks = new ArrayList<>();
        for (int end = days.size(); end >= DAYS; end -= DAYS) {
            weeks.add(week(days.subList(end - DAYS, end), kind));
        }
        Collections.reverse(weeks);
        return weeks;
    }

    private static Notice.SeriesPoint week(List<Point> days, Kind kind) {
        Period period = new Period(
                days.get(0).period().start(), days.get(DAYS - 1).period().end());
        boolean complete = days.stream().allMatch(Point::complete);
        List<Point> known = days.stream().filter(day -> day.value() != null).toList();
        if (known.isEmpty()) {
            return new Notice.SeriesPoint(period, null, null, null, complete);
        }
        List<Point> told = kind == Kind.STOCK ? known.subList(known.size() - 1, known.size()) : known;
        boolean ranged = told.stream().anyMatch(day -> day.low() != null || day.high() != null);
        return new Notice.SeriesPoint(
                period,
                sum(told, Point::value),
                ranged ? sum(told, day -> day.low() == null ? day.value() : day.low()) : null,
                ranged ? sum(told, day -> day.high() == null ? day.value() : day.high()) : null,
                complete);
    }

    private static BigDecimal sum(List<Point> days, Function<Point, @Nullable BigDecimal> part) {
        return days.stream().map(part).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
