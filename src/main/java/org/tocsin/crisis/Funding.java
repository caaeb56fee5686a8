package org.tocsin.crisis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Appeal;
import org.tocsin.series.AppealMoney;
import org.tocsin.series.Scope;

/**
 * How far the appeals of a crisis are paid for on a day, in USD.
 *
 * @param coverage received / required over the counted appeals; empty when none has a known requirement
 * @param gap sum of the counted appeals' own gaps, each max(0, required - received)
 * @param counted the appeals that count
 * @param listed the others of this crisis, with the reason why they are not added
 */
public record Funding(
        LocalDate day,
        BigDecimal required,
        BigDecimal received,
        @Nullable BigDecimal coverage,
        @Nullable BigDecimal gap,
        List<AppealMoney> counted,
        Map<String, String> listed) {
    public Funding {
        counted = List.copyOf(counted);
        listed = Map.copyOf(listed);
    }

    /**
     * Adds up the appeals of a scope that run on {@code day}: those it names, and those all of whose countries lie inside.
     *
     * @param money what is known of each appeal on that day
     */
    public static Funding of(Scope scope, LocalDate day, List<Appeal> appeals, List<AppealMoney> money) {
        Set<String> countries = scope.places().stream()
                .filter(place -> place.admin1() == null)
                .map(Scope.Inside::country)
                .collect(Collectors.toSet());
        Map<String, AppealMoney> known = money.stream().collect(Collectors.toMap(AppealMoney::appeal, each -> each));
        List<AppealMoney> counted = new java.util.ArrayList<>();
        Map<String, String> listed = new java.util.TreeMap<>();
        for (Appeal appeal : appeals) {
            if (!runs(appeal, day)
                    || (appeal.countries().stream().noneMatch(countries::contains)
                            && !scope.appeals().contains(appeal.code()))) {
                continue;
            }
            String why = whyListed(appeal, scope, countries, known.get(appeal.code()));
            if (why == null
                    && appeals.stream()
                            .anyMatch(whole -> appeal.isShareOf(whole) && counts(whole, scope, countries, known))) {
                listed.put(appeal.code(), "counted with the whole plan");
            } else if (why == null) {
                counted.add(java.util.Objects.requireNonNull(known.get(appeal.code())));
            } else {
                listed.put(appeal.code(), why);
            }
        }
        return sum(day, counted, listed);
    }

    /** Received / required; empty when the requirement is unknown or zero. Ratio, may exceed 1. */
    public static @Nullable BigDecimal coverage(@Nullable BigDecimal required, @Nullable BigDecimal received) {
        if (required == null || received == null || required.signum() == 0) {
            return null;
        }
        return received.divide(required, MathContext.DECIMAL32);
    }

    private static boolean counts(Appeal whole, Scope scope, Set<String> countries, Map<String, AppealMoney> known) {
        return whyListed(whole, scope, countries, known.get(whole.code())) == null;
    }

    private static @Nullable String whyListed(
            Appeal appeal, Scope scope, Set<String> countries, @Nullable AppealMoney money) {
        if (appeal.listedBecause() != null) {
            return appeal.listedBecause();
        }
        if (!scope.appeals().contains(appeal.code()) && !countries.containsAll(appeal.countries())) {
            return "covers other countries too";
        }
        if (money == null || money.required() == null) {
            return "requirement unknown";
        }
        return money.required().signum() == 0 ? "superseded" : null;
    }

    private static boolean runs(Appeal appeal, LocalDate day) {
        return !day.isBefore(appeal.period().start())
                && !day.isAfter(appeal.period().end());
    }

    private static Funding sum(LocalDate day, List<AppealMoney> counted, Map<String, String> listed) {
        BigDecimal required = BigDecimal.ZERO;
        BigDecimal received = BigDecimal.ZERO;
        BigDecimal gap = BigDecimal.ZERO;
        for (AppealMoney each : counted) {
            BigDecimal asked = java.util.Objects.requireNonNull(each.required());
            BigDecimal had = each.received() == null ? BigDecimal.ZERO : each.received();
            required = required.add(asked);
            received = received.add(had);
            gap = gap.add(asked.subtract(had).max(BigDecimal.ZERO));
        }
        return new Funding(
                day, required, received, coverage(required, received), counted.isEmpty() ? null : gap, counted, listed);
    }
}
