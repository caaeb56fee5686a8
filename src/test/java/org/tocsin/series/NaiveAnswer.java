package org.tocsin.series;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;
import org.tocsin.series.History.Asked;
import org.tocsin.series.History.Home;
import org.tocsin.series.History.Sort;
import org.tocsin.series.Naive.Held;

/** Answers a question about a line day by day and belief by belief, without a database and without the program's own sums. */
final class NaiveAnswer {
    private static final int STALE_AFTER = World.CADENCE + World.LAG + World.CADENCE / 2;

    private final History history;
    private final Asked asked;
    private final Instant moment;
    private final List<Held> believed;
    private final List<Held> ended;
    private final List<NaiveCounter.Flow> flows;
    private final NaiveCoverage coverage;

    NaiveAnswer(World world, History history, Asked asked) {
        this.history = history;
        this.asked = asked;
        this.moment = asked.asOf() == null ? World.NOW : asked.asOf();
        Naive naive = new Naive(world, history);
        Set<Home> counted = counted(naive.standing(moment));
        this.believed = naive.standing(moment).stream()
                .filter(held -> counted.contains(held.said().home()))
                .toList();
        this.ended = naive.all().stream()
                .filter(held ->
                        held.endedBy(moment) && counted.contains(held.said().home()))
                .toList();
        this.flows = history.sort() == Sort.COUNTER ? NaiveCounter.flows(believed) : NaiveCounter.asSaid(believed);
        this.coverage = new NaiveCoverage(world, history.silenceIsZero(), moment);
    }

    List<Window> windows() {
        return calendar().stream()
                .map(history.sort().kind == org.tocsin.figure.Kind.STOCK ? this::stock : this::flow)
                .toList();
    }

    /** Totals of the whole country if there are any, else of its areas, else all parts; nothing abroad. */
    private static Set<Home> counted(List<Held> standing) {
        Set<Home> present = EnumSet.noneOf(Home.class);
        standing.forEach(held -> present.add(held.said().home()));
        if (present.contains(Home.COUNTRY_TOTAL)) {
            return Set.of(Home.COUNTRY_TOTAL);
        }
        return present.contains(Home.AREA_TOTAL) ? Set.of(Home.AREA_TOTAL) : Set.of(Home.COUNTRY, Home.AREA);
    }

    private List<Period> calendar() {
        LocalDate day = asked.span().start();
        while (name(day.minusDays(1)).equals(name(day))) {
            day = day.minusDays(1);
        }
        Map<String, Period> windows = new LinkedHashMap<>();
        for (; !day.isAfter(asked.span().end()) || windows.containsKey(name(day)); day = day.plusDays(1)) {
            Period window = windows.getOrDefault(name(day), Period.day(day));
            windows.put(name(day), new Period(window.start(), day));
        }
        return List.copyOf(windows.values());
    }

    private String name(LocalDate day) {
        return switch (asked.bucket()) {
            case DAY -> day.toString();
            case WEEK -> day.get(IsoFields.WEEK_BASED_YEAR) + "w" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> day.getYear() + "m" + day.getMonthValue();
            case QUARTER -> day.getYear() + "q" + day.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> day.getYear() + "";
        };
    }

    private Window flow(Period window) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        boolean ranged = false;
        int figures = 0;
        int leftOut = 0;
        for (NaiveCounter.Flow flow : flows) {
            if (!meets(flow.period(), window)) {
                continue;
            }
            if (isTooLong(flow.period())) {
                leftOut++;
                continue;
            }
            figures++;
            BigDecimal most = share(flow.numbers().highest(), flow.period(), window);
            BigDecimal least = share(flow.numbers().lowest(), flow.period(), window);
            BigDecimal middle = share(flow.numbers().value(), flow.period(), window);
            value = value.add(middle);
            low = low.add(least);
            high = high.add(most);
            ranged |= least.compareTo(middle) != 0 || most.compareTo(middle) != 0;
        }
        boolean spoken = believed.stream().anyMatch(held -> meets(held.said().period(), window));
        boolean zero = figures + leftOut == 0 && !spoken && history.silenceIsZero() && coverage.isWhole(window);
        boolean known = figures > 0 || zero;
        boolean revised = ended.stream().anyMatch(held -> meets(held.said().period(), window));
        return new Window(
                window,
                known ? value : null,
                known && ranged ? low : null,
                known && ranged ? high : null,
                new Window.Make(
                        figures, leftOut, known && isPastLag(window) && coverage.isWholeSince(window), false, revised));
    }

    private boolean isTooLong(Period period) {
        int longest = switch (asked.bucket()) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 31;
            case QUARTER -> 92;
            case YEAR -> 366;
        };
        return asked.lumps() ? grain(period).compareTo(asked.bucket()) > 0 : period.days() > longest;
    }

    /** The widest window of the calendar that begins and ends with the period; a day if none does. */
    private static Bucket grain(Period period) {
        LocalDate next = period.end().plusDays(1);
        if (period.start().getDayOfMonth() != 1 || next.getDayOfMonth() != 1) {
            return period.start().getDayOfWeek() == DayOfWeek.MONDAY && period.days() % 7 == 0
                    ? Bucket.WEEK
                    : Bucket.DAY;
        }
        if (period.start().getDayOfYear() == 1 && next.getDayOfYear() == 1) {
            return Bucket.YEAR;
        }
        boolean quarters = period.start().getMonthValue() % 3 == 1 && next.getMonthValue() % 3 == 1;
        return quarters ? Bucket.QUARTER : Bucket.MONTH;
    }

    private Window stock(Period window) {
        LocalDate day = window.end().isBefore(asked.today()) ? window.end() : asked.today();
        List<Held> standing = new ArrayList<>();
        for (Home home : Home.values()) {
            Held last = last(home, day, false);
            if (last != null && !isOfAPeriod(last) && (isStale(last, day) || isLeftOut(last, day))) {
                last = last(home, day, true);
            }
            if (last != null && !window.start().isAfter(asked.today())) {
                standing.add(last);
            }
        }
        boolean known = !standing.isEmpty();
        boolean fresh = known && standing.stream().allMatch(held -> held.asOf().equals(window.end()));
        return new Window(
                window,
                known ? sum(standing, held -> Naive.number(held.said().numbers().value())) : null,
                standing.stream().anyMatch(held -> held.said().numbers().low() != null)
                        ? sum(standing, held -> held.said().numbers().lowest())
                        : null,
                standing.stream().anyMatch(held -> held.said().numbers().high() != null)
                        ? sum(standing, held -> held.said().numbers().highest())
                        : null,
                new Window.Make(
                        standing.size(),
                        0,
                        known && !window.end().isAfter(asked.today()) && (fresh || isPastLag(window)),
                        known && standing.stream().allMatch(held -> held.asOf().isBefore(window.start())),
                        standing.stream().anyMatch(this::wasOther)));
    }

    private @Nullable Held last(Home home, LocalDate day, boolean byItsOwnWord) {
        Held last = null;
        for (Held held : believed) {
            if (held.said().home() == home
                    && held.said().numbers().value() != null
                    && !begins(held).isAfter(day)
                    && (isOfAPeriod(held) ? !day.isAfter(held.asOf()) : !byItsOwnWord)
                    && (last == null || isLater(held, last))) {
                last = held;
            }
        }
        return last;
    }

    /** The later day counts; of one day what became known last, then the later name. */
    private boolean isLater(Held held, Held than) {
        int order = begins(held).compareTo(begins(than));
        order = order != 0 ? order : held.from().compareTo(than.from());
        order = order != 0 ? order : held.key().compareTo(than.key());
        return order > 0;
    }

    /** Whether it says for which days it holds. */
    private boolean isOfAPeriod(Held held) {
        return history.sort() == Sort.VALID
                && !held.said().period().start().equals(held.said().period().end());
    }

    private LocalDate begins(Held held) {
        return isOfAPeriod(held) ? held.said().period().start() : held.asOf();
    }

    private boolean isStale(Held held, LocalDate day) {
        if (isOfAPeriod(held)) {
            return false;
        }
        LocalDate last = held.asOf();
        if (history.sort() == Sort.OVERWRITTEN) {
            for (int i = 0; i < World.TIMES.size(); i++) {
                LocalDate confirmed = World.day(World.TIMES.get(i));
                if (coverage.isAnswered(i) && !confirmed.isAfter(day) && confirmed.isAfter(last)) {
                    last = confirmed;
                }
            }
        }
        return ChronoUnit.DAYS.between(last, day) > STALE_AFTER;
    }

    /** Whether a part that was stated on the same day has been stated again since. */
    private boolean isLeftOut(Held last, LocalDate day) {
        return history.sort() != Sort.OVERWRITTEN
                && Set.of(Home.COUNTRY, Home.AREA).contains(last.said().home())
                && believed.stream()
                        .filter(other -> isNumber(other) && begins(other).equals(begins(last)))
                        .anyMatch(other -> believed.stream()
                                .anyMatch(later -> isNumber(later)
                                        && later.said().home() == other.said().home()
                                        && begins(later).isAfter(begins(other))
                                        && !begins(later).isAfter(day)));
    }

    private static boolean isNumber(Held held) {
        return held.said().numbers().value() != null;
    }

    private boolean wasOther(Held held) {
        return ended.stream()
                .anyMatch(other -> other.key().equals(held.key())
                        && other.said().home() == held.said().home()
                        && other.endedBy(held.from()));
    }

    private boolean isPastLag(Period window) {
        return !asked.today().isBefore(window.end().plusDays(World.LAG));
    }

    private static boolean meets(Period a, Period b) {
        return !a.start().isAfter(b.end()) && !b.start().isAfter(a.end());
    }

    private static BigDecimal share(@Nullable BigDecimal number, Period period, Period window) {
        BigDecimal share = BigDecimal.ZERO;
        for (LocalDate day = window.start(); !day.isAfter(window.end()); day = day.plusDays(1)) {
            if (Naive.holds(period, day)) {
                share = share.add(Naive.onDay(Naive.number(number), period, day));
            }
        }
        return share;
    }

    private static BigDecimal sum(List<Held> standing, Function<Held, BigDecimal> of) {
        return standing.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
