package org.tocsin.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tocsin.figure.Period;

/**
 * Answers from memory what {@link SeriesDao} asks the tables.
 *
 * @param held believed at the moment, oldest as-of day first
 * @param givenUp the days of what was believed before it
 */
record RememberedBeliefs(List<Belief> held, List<Period> givenUp) implements Beliefs {
    private static final Comparator<Belief> LAST = Comparator.comparing(
                    (Belief belief) -> belief.period().end())
            .thenComparing(belief -> belief.told().knownFrom())
            .thenComparing(belief -> belief.id().record())
            .thenComparing(belief -> belief.id().part());

    @Override
    public List<Belief> beliefs(Period span, boolean onlyLonger) {
        return held.stream()
                .filter(belief -> Spread.overlap(belief.period(), span))
                .filter(belief -> !onlyLonger || belief.period().days() > 1)
                .toList();
    }

    @Override
    public NavigableMap<LocalDate, FlowWindows.DaySum> days(Period span) {
        NavigableMap<LocalDate, FlowWindows.DaySum> days = new TreeMap<>();
        for (Belief belief : held) {
            BigDecimal value = belief.value();
            if (value != null && belief.period().days() == 1 && Spread.overlap(belief.period(), span)) {
                BigDecimal low = belief.low() == null ? value : belief.low();
                BigDecimal high = belief.high() == null ? value : belief.high();
                days.merge(
                        belief.period().start(), new FlowWindows.DaySum(value, low, high, 1), RememberedBeliefs::sum);
            }
        }
        return days;
    }

    private static FlowWindows.DaySum sum(FlowWindows.DaySum one, FlowWindows.DaySum other) {
        return new FlowWindows.DaySum(
                one.value().add(other.value()),
                one.low().add(other.low()),
                one.high().add(other.high()),
                one.figures() + other.figures());
    }

    @Override
    public List<Belief> lastBefore(LocalDate from) {
        Map<Long, Belief> last = new HashMap<>();
        for (Belief belief : held) {
            if (belief.value() != null && belief.period().end().isBefore(from)) {
                last.merge(belief.id().series(), belief, (one, other) -> LAST.compare(one, other) < 0 ? other : one);
            }
        }
        return List.copyOf(last.values());
    }

    @Override
    public List<Period> withoutValue(Period span) {
        return held.stream()
                .filter(belief -> belief.value() == null)
                .map(Belief::period)
                .filter(period -> Spread.overlap(period, span))
                .distinct()
                .toList();
    }

    @Override
    public List<Period> givenUp(Period span) {
        return givenUp.stream().filter(period -> Spread.overlap(period, span)).toList();
    }
}
