package org.tocsin.series;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;
import org.tocsin.series.History.Home;
import org.tocsin.series.History.Said;
import org.tocsin.series.History.Sort;

/** What was believed about a line, worked out one statement at a time. */
final class Naive {
    /** One belief and while when it was held. */
    record Held(
            String key, Said said, Instant from, @Nullable Instant to) {
        boolean standsAt(Instant moment) {
            return !from.isAfter(moment) && (to == null || to.isAfter(moment));
        }

        boolean endedBy(Instant moment) {
            return to != null && !to.isAfter(moment);
        }

        LocalDate asOf() {
            return said.period().end();
        }
    }

    private final World world;
    private final History history;
    private final List<Held> beliefs = new ArrayList<>();

    Naive(World world, History history) {
        this.world = world;
        this.history = history;
        for (int i = 0; i < World.TIMES.size(); i++) {
            take(i);
        }
    }

    List<Held> standing(Instant moment) {
        return beliefs.stream().filter(held -> held.standsAt(moment)).toList();
    }

    List<Held> all() {
        return beliefs;
    }

    private void take(int step) {
        Instant now = World.TIMES.get(step);
        Map<String, Said> answer = new LinkedHashMap<>();
        for (Said said : history.answers().get(step)) {
            answer.put(key(said), said);
        }
        answer.forEach((key, said) -> {
            Held open = open(key);
            if (open == null ? !isOldNews(said) : !open.said().equals(said)) {
                end(open, now);
                beliefs.add(new Held(key, said, now, null));
            }
        });
        for (Held held : List.copyOf(beliefs)) {
            if (held.to() == null && !answer.containsKey(held.key()) && isMissed(held, step)) {
                end(held, now);
            }
        }
    }

    private String key(Said said) {
        return history.sort() == Sort.OVERWRITTEN
                ? said.record() + "@" + said.period().end()
                : Integer.toString(said.record());
    }

    private @Nullable Held open(String key) {
        return beliefs.stream()
                .filter(held -> held.to() == null && held.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private void end(@Nullable Held held, Instant at) {
        if (held != null) {
            beliefs.set(beliefs.indexOf(held), new Held(held.key(), held.said(), held.from(), at));
        }
    }

    /** A number that is overwritten in place is news only if it differs from the one of the last day before. */
    private boolean isOldNews(Said said) {
        return history.sort() == Sort.OVERWRITTEN
                && beliefs.stream()
                        .filter(held -> held.to() == null
                                && held.said().record() == said.record()
                                && held.asOf().isBefore(said.period().end()))
                        .max(Comparator.comparing(Held::asOf))
                        .filter(held -> held.said().numbers().equals(said.numbers()))
                        .isPresent();
    }

    private boolean isMissed(Held held, int step) {
        String country = held.said().home() == Home.ABROAD ? "ETH" : "SDN";
        return history.sort() != Sort.OVERWRITTEN
                && world.extents().get(step).stream()
                        .anyMatch(extent -> extent.ofTheSilentSource() == history.silenceIsZero()
                                && (extent.country() == null || extent.country().equals(country))
                                && holds(extent.span(), held.asOf()));
    }

    /** The share of a number stated over a period that falls on one day of it. */
    static BigDecimal onDay(BigDecimal number, Period period, LocalDate day) {
        long n = period.days();
        long i = day.toEpochDay() - period.start().toEpochDay() + 1;
        return new BigDecimal(
                rounded(number.toBigIntegerExact(), i, n).subtract(rounded(number.toBigIntegerExact(), i - 1, n)));
    }

    private static BigInteger rounded(BigInteger number, long days, long of) {
        BigInteger twice = number.multiply(BigInteger.valueOf(2 * days)).add(BigInteger.valueOf(of));
        return twice.divide(BigInteger.valueOf(2 * of));
    }

    static boolean holds(Period period, LocalDate day) {
        return !day.isBefore(period.start()) && !day.isAfter(period.end());
    }

    static BigDecimal number(@Nullable BigDecimal number) {
        return Objects.requireNonNull(number);
    }
}
