package org.tocsin.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.tocsin.figure.Period;
import org.tocsin.series.History.Asked;
import org.tocsin.series.History.Home;
import org.tocsin.series.History.Numbers;
import org.tocsin.series.History.Said;
import org.tocsin.series.History.Sort;
import org.tocsin.series.World.Extent;

/** Makes random worlds: few records, few days and small numbers, so that things meet. */
final class Worlds {
    private static final LocalDate FIRST = LocalDate.of(2023, 10, 2);
    private static final int DAYS = 500;
    private static final int RECORDS = 4;

    private Worlds() {}

    static Arbitrary<World> of(int histories) {
        return Combinators.combine(
                        extent().list().ofMaxSize(2).list().ofSize(World.TIMES.size()),
                        history().list().ofSize(histories))
                .as(World::new);
    }

    private static Arbitrary<Extent> extent() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of("SDN", "ETH", "").map(country -> country.isEmpty() ? null : country),
                        span(250))
                .as(Extent::new);
    }

    private static Arbitrary<History> history() {
        return Combinators.combine(
                        Arbitraries.of(Sort.class),
                        Arbitraries.of(true, false),
                        homes(),
                        question().list().ofSize(3))
                .as(Tuple::of)
                .flatMap(drawn -> answers(drawn.get1(), drawn.get3())
                        .map(answers -> new History(drawn.get1(), drawn.get2(), answers, drawn.get4())));
    }

    /** Most lines state parts, some totals, a few both. */
    private static Arbitrary<List<Home>> homes() {
        return Arbitraries.frequency(
                Tuple.of(3, List.of(Home.COUNTRY)),
                Tuple.of(4, List.of(Home.COUNTRY, Home.AREA, Home.ABROAD)),
                Tuple.of(1, List.of(Home.COUNTRY_TOTAL, Home.AREA_TOTAL, Home.ABROAD)),
                Tuple.of(2, List.of(Home.values())));
    }

    /** A few statements, of which every answer repeats some: the same one again, another of the same record, or none. */
    private static Arbitrary<List<List<Said>>> answers(Sort sort, List<Home> homes) {
        Arbitrary<List<Integer>> answer =
                Arbitraries.integers().between(0, 11).list().ofMaxSize(6);
        return Combinators.combine(
                        said(sort, homes).list().ofSize(12), answer.list().ofSize(World.TIMES.size()))
                .as((pool, chosen) -> chosen.stream()
                        .map(numbers -> numbers.stream().map(pool::get).toList())
                        .map(said -> sort == Sort.OVERWRITTEN ? onceEach(said) : said)
                        .toList());
    }

    /** A source that overwrites a number has one for it in an answer. */
    private static List<Said> onceEach(List<Said> answer) {
        List<Said> once = new ArrayList<>();
        for (Said said : answer) {
            if (once.stream().noneMatch(other -> other.record() == said.record())) {
                once.add(said);
            }
        }
        return once;
    }

    private static Arbitrary<Said> said(Sort sort, List<Home> homes) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, RECORDS - 1), Arbitraries.of(homes), period(sort), numbers())
                .as((record, home, period, numbers) -> new Said(
                        record, sort == Sort.OVERWRITTEN ? homes.get(record % homes.size()) : home, period, numbers));
    }

    private static Arbitrary<Period> period(Sort sort) {
        return switch (sort) {
            case FLOW -> Arbitraries.oneOf(span(1), span(10), span(60), calendar(), span(300));
            case COUNTER -> counted();
            case STOCK -> Arbitraries.integers().between(0, 20).map(round -> Period.day(FIRST.plusDays(round * 25L)));
            case OVERWRITTEN -> span(1);
            case VALID -> Arbitraries.oneOf(span(1), span(90), calendar(), valid());
        };
    }

    private static Arbitrary<Period> span(int longest) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(1, longest))
                .as((day, length) -> new Period(FIRST.plusDays(day), FIRST.plusDays(day + length - 1L)));
    }

    private static Arbitrary<Period> calendar() {
        return Combinators.combine(
                        Arbitraries.of(Bucket.WEEK, Bucket.MONTH, Bucket.QUARTER, Bucket.YEAR),
                        Arbitraries.integers().between(0, DAYS))
                .as((bucket, day) -> bucket.around(FIRST.plusDays(day)));
    }

    /** A counter's start, or none, and its as-of day; few of each, so that statements share them. */
    private static Arbitrary<Period> counted() {
        Arbitrary<LocalDate> start = Arbitraries.of(LocalDate.of(2023, 10, 7), LocalDate.of(2024, 1, 1), LocalDate.MAX);
        return Combinators.combine(start, Arbitraries.integers().between(0, 40)).as((from, weeks) -> {
            LocalDate end = FIRST.plusDays(weeks * 11L);
            return from.isAfter(end) ? Period.day(end) : new Period(from, end);
        });
    }

    /** The period of a plan; few first days and few last ones, so that statements share them. */
    private static Arbitrary<Period> valid() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 4))
                .as((first, last) -> new Period(FIRST.plusDays(first * 50L), FIRST.plusDays(first * 50L + last * 60L)));
    }

    private static Arbitrary<Numbers> numbers() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 60);
        Arbitrary<Numbers> plain = number.map(value -> new Numbers(BigDecimal.valueOf(value), null, null));
        Arbitrary<Numbers> ranged = Combinators.combine(
                        number, number, number, Arbitraries.integers().between(0, 3))
                .as((low, more, evenMore, which) -> new Numbers(
                        BigDecimal.valueOf(low + more),
                        which == 1 ? null : BigDecimal.valueOf(low),
                        which == 2 ? null : BigDecimal.valueOf(low + more + evenMore)));
        Arbitrary<Numbers> vague = Combinators.combine(
                        number, number, Arbitraries.integers().between(0, 2))
                .as((low, more, which) -> new Numbers(
                        null,
                        which == 1 ? null : BigDecimal.valueOf(low),
                        which == 2 ? null : BigDecimal.valueOf(low + more)));
        return Arbitraries.frequencyOf(Tuple.of(6, plain), Tuple.of(2, ranged), Tuple.of(1, vague));
    }

    private static Arbitrary<Asked> question() {
        List<Instant> moments = new ArrayList<>(World.TIMES);
        World.TIMES.forEach(time -> moments.add(time.minusSeconds(1)));
        moments.add(Instant.parse("2024-07-01T00:00:00Z"));
        Arbitrary<Instant> asOf = Arbitraries.oneOf(Arbitraries.just((Instant) null), Arbitraries.of(moments));
        return Combinators.combine(Arbitraries.of(Bucket.class), span(200), asOf, Arbitraries.of(true, false))
                .as(Asked::new);
    }
}
