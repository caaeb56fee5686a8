package org.tocsin.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;

/**
 * Between which numbers comparable sources lie: those that count the same people for the same cause in the same way and by the same
 * windows. Sources are never added up. Fewer than three are no spread; they are read side by side.
 *
 * @param sources the sources that are held against each other
 */
record SpreadAnswer(
        String population,
        String cause,
        String unit,
        String kind,
        String interval,
        List<String> sources,
        List<Point> points) {
    private static final int FEWEST = 3;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * One window.
     *
     * @param min null, as the others, where fewer than three sources know a number
     * @param sources how many do
     */
    record Point(
            LocalDate start,
            LocalDate end,
            @Nullable BigDecimal min,
            @Nullable BigDecimal median,
            @Nullable BigDecimal max,
            int sources) {}

    private record Alike(List<Object> what) {
        static Alike of(TrendReader.Shown shown) {
            Line line = shown.trend().line();
            return new Alike(List.of(
                    line.population(),
                    line.cause(),
                    line.measure(),
                    Objects.requireNonNullElse(line.appeal(), ""),
                    shown.trend().reading().interval()));
        }
    }

    static List<SpreadAnswer> of(List<TrendReader.Shown> trends) {
        Map<Alike, List<TrendReader.Shown>> alike = new LinkedHashMap<>();
        trends.stream()
                .filter(SpreadAnswer::mayStandBeside)
                .forEach(shown -> alike.computeIfAbsent(Alike.of(shown), key -> new ArrayList<>())
                        .add(shown));
        return alike.values().stream()
                .map(SpreadAnswer::oneOfEachSource)
                .filter(each -> each.size() >= FEWEST)
                .map(SpreadAnswer::between)
                .toList();
    }

    /** A claimed number stands beside no other, nor does a share of a number. */
    private static boolean mayStandBeside(TrendReader.Shown shown) {
        Line line = shown.trend().line();
        return line.attribution().basis() != Basis.CLAIMED
                && line.category() == null
                && !shown.trend().derived();
    }

    private static List<TrendReader.Shown> oneOfEachSource(List<TrendReader.Shown> trends) {
        Map<Object, TrendReader.Shown> first = new LinkedHashMap<>();
        trends.forEach(shown -> first.putIfAbsent(shown.trend().source().id(), shown));
        return List.copyOf(first.values());
    }

    private static SpreadAnswer between(List<TrendReader.Shown> trends) {
        TrendReader.Shown any = trends.get(0);
        LineAnswer line = LineAnswer.from(any.trend().line());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < any.windows().size(); i++) {
            points.add(point(trends, i));
        }
        return new SpreadAnswer(
                line.population(),
                line.cause(),
                line.unit(),
                line.kind(),
                any.trend().reading().interval().code(),
                trends.stream()
                        .map(shown -> shown.trend().source().id().value())
                        .toList(),
                points);
    }

    private static Point point(List<TrendReader.Shown> trends, int index) {
        List<BigDecimal> values = trends.stream()
                .map(shown -> shown.windows().get(index).window().value())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
        Period days = trends.get(0).windows().get(index).window().period();
        int known = values.size();
        if (known < FEWEST) {
            return new Point(days.start(), days.end(), null, null, null, known);
        }
        BigDecimal median =
                values.get(known / 2).add(values.get((known - 1) / 2)).divide(TWO);
        return new Point(days.start(), days.end(), values.get(0), median, values.get(known - 1), known);
    }
}
