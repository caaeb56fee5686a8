package org.tocsin.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.detect.Interval;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Period;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.notify.Notice;
import org.tocsin.series.Belief;
import org.tocsin.series.Bucket;
import org.tocsin.series.Coverage;
import org.tocsin.series.Frame;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.Selection;
import org.tocsin.series.SeriesRef;
import org.tocsin.series.SeriesStore;
import org.tocsin.series.Window;

/**
 * What others say of the same: lines that count the same people for the same cause in the same unit, over days that are mostly the same.
 * Each stands for itself; nothing is added up across sources.
 */
final class Comparables {
    private static final int MOST = 4;
    private static final int OLDEST_STOCK_DAYS = 92;

    private final SeriesStore series;

    Comparables(SeriesStore series) {
        this.series = series;
    }

    /**
     * What is asked about.
     *
     * @param own the line that was judged
     */
    record Question(LineRef own, Scope scope, Interval interval, Period days, Instant now) {}

    /** At most a handful, by source. */
    List<Notice.Corroboration> of(Question asked) {
        Line own = asked.own().line();
        Selection alike = new Selection(
                own.measure().metric(), List.of(), own.population(), own.cause(), own.category(), own.appeal());
        return series.lines(asked.scope(), alike).stream()
                .filter(other -> other.id() != asked.own().id() && isAlike(own, other.line()))
                .flatMap(other -> corroboration(other, asked).stream())
                .limit(MOST)
                .toList();
    }

    /** The same people in the same unit, told by somebody else. */
    private static boolean isAlike(Line own, Line other) {
        boolean stocks = own.measure().kind() == Kind.STOCK;
        return own.measure().unit() == other.measure().unit()
                && stocks == (other.measure().kind() == Kind.STOCK)
                && Objects.equals(own.category(), other.category())
                && Objects.equals(own.appeal(), other.appeal())
                && (!own.attribution().source().equals(other.attribution().source())
                        || !Objects.equals(
                                own.attribution().statedBy(),
                                other.attribution().statedBy()));
    }

    private Optional<Notice.Corroboration> corroboration(LineRef other, Question asked) {
        if (other.line().measure().kind() == Kind.STOCK) {
            return stock(other, asked);
        }
        Coverage coverage = series.coverage(other.line().attribution().source(), null);
        return coverage.absenceIsZero() && coverage.covers(asked.days()) ? sum(other, asked) : statement(other, asked);
    }

    private Optional<Notice.Corroboration> stock(LineRef other, Question asked) {
        LocalDate day = asked.days().end();
        List<Belief> said = statements(other, asked, day);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Belief last = said.get(said.size() - 1);
        LocalDate asOf = last.period().end();
        if (ChronoUnit.DAYS.between(asOf, day) > OLDEST_STOCK_DAYS) {
            return Optional.empty();
        }
        Window window = windows(other, asked, Bucket.DAY, Period.day(asOf)).get(0);
        boolean one = window.value() == null || window.value().compareTo(value(last)) == 0;
        return Optional.of(told(other, one ? quantity(last) : quantity(window), Period.day(asOf)));
    }

    /** A feed that counts every event has its own number for just these days. */
    private Optional<Notice.Corroboration> sum(LineRef other, Question asked) {
        Bucket bucket = asked.interval() == Interval.STATEMENT
                ? Bucket.DAY
                : Bucket.valueOf(asked.interval().name());
        List<Window> windows = windows(other, asked, bucket, asked.days());
        boolean whole = windows.stream()
                .allMatch(window -> window.value() != null
                        && window.make().complete()
                        && window.make().leftOut() == 0);
        if (!whole) {
            return Optional.empty();
        }
        BigDecimal sum = windows.stream().map(Comparables::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(told(other, Quantity.of(sum, Qualifier.EXACT), asked.days()));
    }

    /** Of single statements about all of the scope, the one whose days are most nearly the same, and the newest of those. */
    private Optional<Notice.Corroboration> statement(LineRef other, Question asked) {
        List<Scope.Inside> places = asked.scope().places();
        if (places.size() != 1 || places.get(0).admin1() != null) {
            return Optional.empty();
        }
        Map<Long, SeriesRef> whole = series.series(other, asked.scope()).stream()
                .filter(ref -> ref.place().level() == 0)
                .collect(Collectors.toMap(SeriesRef::id, Function.identity()));
        return statements(other, asked, asked.days().end().plusDays(asked.days().days())).stream()
                .filter(said -> whole.containsKey(said.id().series()))
                .filter(said -> shared(said.period(), asked.days()) >= 0.5)
                .max(Comparator.<Belief>comparingDouble(said -> shared(said.period(), asked.days()))
                        .thenComparing(said -> said.period().end()))
                .map(said -> told(other, quantity(said), said.period()));
    }

    /** The days both have, by the days that at least one has. */
    private static double shared(Period one, Period other) {
        LocalDate start = one.start().isAfter(other.start()) ? one.start() : other.start();
        LocalDate end = one.end().isBefore(other.end()) ? one.end() : other.end();
        long both = Math.max(0, ChronoUnit.DAYS.between(start, end) + 1);
        return (double) both / (one.days() + other.days() - both);
    }

    private List<Belief> statements(LineRef line, Question asked, LocalDate until) {
        return series.statements(line, asked.scope(), until, null).stream()
                .filter(said -> said.value() != null)
                .toList();
    }

    private List<Window> windows(LineRef line, Question asked, Bucket bucket, Period days) {
        return series.windows(line, asked.scope(), new Frame(bucket, days, null, asked.now(), false));
    }

    private Notice.Corroboration told(LineRef line, Quantity quantity, Period period) {
        var by = line.line().attribution();
        return new Notice.Corroboration(
                series.source(by.source()).name(),
                by.statedBy(),
                by.basis(),
                line.line().measure().kind(),
                quantity,
                period);
    }

    private static Quantity quantity(Belief said) {
        return new Quantity(said.value(), said.low(), said.high(), said.told().qualifier());
    }

    private static Quantity quantity(Window window) {
        return new Quantity(window.value(), window.low(), window.high(), Qualifier.EXACT);
    }

    private static BigDecimal value(Window window) {
        return Objects.requireNonNull(window.value(), "a known window");
    }

    private static BigDecimal value(Belief said) {
        return Objects.requireNonNull(said.value(), "a statement with a value");
    }
}
