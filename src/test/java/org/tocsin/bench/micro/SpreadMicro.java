package org.tocsin.bench.micro;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tocsin.figure.Period;
import org.tocsin.series.Spread;

/** How long it takes to spread a figure of a whole month over its days or weeks. */
@State(Scope.Thread)
public class SpreadMicro {
    private static final LocalDate FIRST = LocalDate.of(2024, 7, 1);
    private static final Period MONTH = new Period(FIRST, FIRST.plusDays(30));
    private static final List<Period> DAYS = IntStream.range(0, 31)
            .mapToObj(day -> Period.day(FIRST.plusDays(day)))
            .toList();
    private static final List<Period> WEEKS = IntStream.range(0, 5)
            .mapToObj(week ->
                    new Period(FIRST.plusWeeks(week), FIRST.plusWeeks(week).plusDays(6)))
            .toList();

    private final BigDecimal value = new BigDecimal("1234567");

    @Benchmark
    public BigDecimal overDays() {
        return sum(DAYS);
    }

    @Benchmark
    public BigDecimal overWeeks() {
        return sum(WEEKS);
    }

    private BigDecimal sum(List<Period> windows) {
        return windows.stream()
                .map(window -> Spread.share(value, MONTH, window))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
