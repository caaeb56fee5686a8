package org.tocsin.detect;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * What the pace of an appeal is judged by: its days, its requirement in USD, and its peers on the judged day.
 *
 * @param earlier of the same plan in earlier years, or of all plans where those are too few: which share of what it received in
 *     the end had come in when as much of it had passed; empty where not asked for
 */
public record Plan(
        String appeal,
        String type,
        Period period,
        BigDecimal required,
        List<Peer> peers,
        @Nullable List<Peer> earlier) {
    /** Without earlier years. */
    public Plan(String appeal, String type, Period period, BigDecimal required, List<Peer> peers) {
        this(appeal, type, period, required, peers, null);
    }

    public Plan {
        required = Numbers.plainOf(required);
        peers = List.copyOf(peers);
        earlier = earlier == null ? null : List.copyOf(earlier);
    }

    /** With what is known of earlier years; null: none were asked for. */
    public Plan with(@Nullable List<Peer> earlierYears) {
        return new Plan(appeal, type, period, required, peers, earlierYears);
    }

    /** Which share of its days has passed at the end of the day; above 1 after its end. */
    BigDecimal elapsed(LocalDate day) {
        return passed(day).divide(Numbers.of(period.days()), Numbers.TOLD);
    }

    private boolean hasPassed(BigDecimal share, LocalDate day) {
        return passed(day).compareTo(share.multiply(Numbers.of(period.days()))) >= 0;
    }

    /** Why it is not judged on that day: after its end, too small, or too early. */
    @Nullable
    Reason beforehand(LocalDate day, BigDecimal minElapsed, @Nullable BigDecimal minRequired) {
        if (day.isAfter(period.end())) {
            return Reason.LATE;
        }
        if (minRequired != null && required.compareTo(minRequired) < 0) {
            return Reason.BELOW_FLOOR;
        }
        return hasPassed(minElapsed, day) ? null : Reason.TOO_EARLY;
    }

    /** How much would have to come in each day from now on, in USD; empty on the last day and after. */
    public Optional<BigDecimal> dailyNeed(BigDecimal coverage, LocalDate day) {
        long left = period.end().toEpochDay() - day.toEpochDay();
        return left <= 0
                ? Optional.empty()
                : Optional.of(BigDecimal.ONE
                        .subtract(coverage)
                        .multiply(required)
                        .max(BigDecimal.ZERO)
                        .divide(Numbers.of(left), Numbers.TOLD));
    }

    private BigDecimal passed(LocalDate day) {
        return Numbers.of(day.toEpochDay() - period.start().toEpochDay() + 1);
    }
}
