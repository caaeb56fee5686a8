package org.tocsin.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;
import org.tocsin.figure.Place;
import org.tocsin.figure.Rolling;

/**
 * Reads stocks at the end of calendar windows: the last statement of each series that still holds.
 *
 * <p>Figures of plans and analyses hold on the days of their {@link Validity} and on no other.
 *
 * <p>Parts of a country that were stated together came in a round; as soon as some of them are stated again, the others are unknown.
 */
final class StockWindows {
    /** By the first day on which they can hold; of one day what became known last is the last. */
    private final Map<Long, NavigableMap<LocalDate, List<Belief>>> bySeries;

    private final Map<Long, Map<LocalDate, LocalDate>> nextRounds = new HashMap<>();
    private final Coverage coverage;
    private final Validity validity;
    private final Frame frame;

    StockWindows(List<SeriesRef> places, List<Belief> statements, Coverage coverage, Validity validity, Frame frame) {
        this.bySeries = statements.stream()
                .filter(belief -> belief.value() != null)
                .sorted(Counter.LAST_KNOWN)
                .collect(Collectors.groupingBy(
                        belief -> belief.id().series(),
                        Collectors.groupingBy(validity::from, TreeMap::new, Collectors.toList())));
        this.coverage = coverage;
        this.validity = validity;
        this.frame = frame;
        places.stream()
                .filter(place -> place.rolling() == Rolling.PART && bySeries.containsKey(place.id()))
                .collect(Collectors.groupingBy(SeriesRef::round))
                .values()
                .forEach(this::rememberRounds);
    }

    /**
     * For each day on which parts of a country were stated, the first later day on which one of the same places was; of parts that their
     * source numbers by round, on which any was. Of one place there are several parts where a source tells apart which area people left.
     */
    private void rememberRounds(List<SeriesRef> parts) {
        Map<Place, NavigableSet<LocalDate>> stated = new HashMap<>();
        NavigableSet<LocalDate> rounds = new TreeSet<>();
        for (SeriesRef part : parts) {
            stated.computeIfAbsent(part.place(), place -> new TreeSet<>())
                    .addAll(said(part).keySet());
            said(part).values().stream()
                    .map(StockWindows::last)
                    .filter(Belief::isOfRound)
                    .forEach(each -> rounds.add(each.period().end()));
        }
        Map<LocalDate, LocalDate> next = new HashMap<>();
        for (SeriesRef part : parts) {
            NavigableSet<LocalDate> days = Objects.requireNonNull(stated.get(part.place()));
            for (Map.Entry<LocalDate, List<Belief>> each : said(part).entrySet()) {
                Belief last = last(each.getValue());
                LocalDate later = (last.isOfRound() ? rounds : days).higher(each.getKey());
                if (later != null && !last.isOverwritten()) {
                    next.merge(each.getKey(), later, Spread::earlier);
                }
            }
            nextRounds.put(part.id(), next);
        }
    }

    private NavigableMap<LocalDate, List<Belief>> said(SeriesRef part) {
        return Objects.requireNonNull(bySeries.get(part.id()));
    }

    private boolean isLeftOutOfTheNextRound(Belief belief, LocalDate day) {
        LocalDate next = nextRounds.getOrDefault(belief.id().series(), Map.of()).get(validity.from(belief));
        return next != null && !next.isAfter(day) && !belief.isOverwritten();
    }

    List<Window> list() {
        return frame.bucket().across(frame.span()).stream().map(this::window).toList();
    }

    /** How it stood at the end of a window of any length. */
    Window window(Period window) {
        List<Belief> standing = window.start().isAfter(frame.today()) ? List.of() : standing(window);
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
                        isComplete(window, standing),
                        carried,
                        standing.stream().anyMatch(belief -> belief.told().revised())));
    }

    private List<Belief> standing(Period window) {
        LocalDate day = Spread.earlier(window.end(), frame.today());
        List<Belief> standing = new ArrayList<>();
        for (NavigableMap<LocalDate, List<Belief>> series : bySeries.values()) {
            Belief last = lastHolding(series, day);
            if (last != null) {
                standing.add(last);
            }
        }
        return standing;
    }

    /**
     * The last statement that holds on a day. One that has ended by its own word uncovers an earlier one that goes on; one that is stale, or
     * left out of a later round, uncovers only what still holds by its own word.
     */
    private @Nullable Belief lastHolding(NavigableMap<LocalDate, List<Belief>> series, LocalDate day) {
        boolean passed = false;
        for (List<Belief> ofOneDay : series.headMap(day, true).descendingMap().values()) {
            for (int i = ofOneDay.size() - 1; i >= 0; i--) {
                Belief each = ofOneDay.get(i);
                if (validity.hasEnded(each, day)) {
                    continue;
                }
                boolean stands = !passed && coverage.isFresh(each, day) && !isLeftOutOfTheNextRound(each, day);
                if (validity.isStated(each) || stands) {
                    return each;
                }
                passed = true;
            }
        }
        return null;
    }

    private static Belief last(List<Belief> beliefs) {
        return beliefs.get(beliefs.size() - 1);
    }

    /** Nothing later can be said of a window than what was said as of its last day; else it may still come while the lag lasts. */
    private boolean isComplete(Period window, List<Belief> standing) {
        return !standing.isEmpty()
                && !window.end().isAfter(frame.today())
                && (coverage.isPastLag(window, frame.today())
                        || standing.stream()
                                .allMatch(belief -> belief.period().end().equals(window.end())));
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
