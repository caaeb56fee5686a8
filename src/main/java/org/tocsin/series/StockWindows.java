package org.tocsin.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/** Reads stocks at the end of calendar windows: the last statement of each series that still holds. */
final class StockWindows {
    private final Map<Long, NavigableMap<LocalDate, Belief>> bySeries;
    private final Coverage coverage;
    private final Frame frame;

    StockWindows(List<Belief> statements, Coverage coverage, Frame frame) {
        this.bySeries = statements.stream()
                .filter(belief -> belief.value() != null)
                .collect(Collectors.groupingBy(
                        belief -> belief.id().series(),
                        Collectors.toMap(
                                belief -> belief.period().end(), belief -> belief, (a, b) -> b, TreeMap::new)));
        this.coverage = coverage;
        this.frame = frame;
    }

    List<Window> list() {
        return frame.bucket().across(frame.span()).stream().map(this::window).toList();
    }

    private Window window(Period window) {
        List<Belief> standing = new ArrayList<>();
        for (NavigableMap<LocalDate, Belief> series : bySeries.values()) {
            Map.Entry<LocalDate, Belief> last = series.floorEntry(Spread.earlier(window.end(), frame.today()));
            if (last != null && holds(last.getValue(), window, series.lastEntry() == last)) {
                standing.add(last.getValue());
            }
        }
        boolean carried = !standing.isEmpty()
                && standing.stream().allMatch(belief -> belief.period().end().isBefore(window.start()));
        return new Window(
                window,
                sum(standing, Belief::value),
                standing.stream().anyMatch(belief -> belief.low() != null) ? sum(standing, Belief::low) : null,
                standing.stream().anyMatch(belief -> belief.high() != null) ? sum(standing, Belief::high) : null,
                new Window.Make(
                        standing.size(),
                        0,
                        !standing.isEmpty() && !window.end().isAfter(frame.today()),
                        carried,
                        standing.stream().anyMatch(belief -> belief.told().revised())));
    }

    /** A statement holds until it is stale; one its source overwrites in place also as long as the source still answers with it. */
    private boolean holds(Belief belief, Period window, boolean newest) {
        LocalDate asOf = belief.period().end();
        boolean confirmed = newest
                && belief.id().part().contains("@")
                && coverage.confirmedOn().isAfter(asOf);
        LocalDate from = confirmed ? coverage.confirmedOn() : asOf;
        return ChronoUnit.DAYS.between(from, Spread.earlier(window.end(), frame.today())) <= coverage.staleAfterDays();
    }

    private static @Nullable BigDecimal sum(
            List<Belief> beliefs, java.util.function.Function<Belief, @Nullable BigDecimal> of) {
        if (beliefs.isEmpty()) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Belief belief : beliefs) {
            BigDecimal number = of.apply(belief);
            sum = sum.add(number == null ? java.util.Objects.requireNonNull(belief.value()) : number);
        }
        return sum;
    }
}
