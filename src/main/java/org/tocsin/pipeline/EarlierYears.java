package org.tocsin.pipeline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.PaceProfile;
import org.tocsin.detect.Peer;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Period;
import org.tocsin.series.AppealMoney;
import org.tocsin.series.SeriesReading;

/**
 * How the money of earlier plans had come in when as much of them had passed: the shape a running plan is expected to follow. Of the same
 * countries, or of all plans of the type where those cover too few years.
 */
final class EarlierYears {
    private final SeriesReading series;
    private final Asking asking;
    private final Map<LocalDate, Map<String, AppealMoney>> onDay = new HashMap<>();

    EarlierYears(SeriesReading series, Asking asking) {
        this.series = series;
        this.asking = asking;
    }

    /**
     * The share of what each had received in the end, by code; null where no detector asks for it.
     *
     * @param known appeals by code, as known at the moment
     */
    @Nullable
    List<Peer> of(Appeal appeal, Map<String, Appeal> known, LocalDate day) {
        List<PaceProfile> asks = asking.detectors(PaceProfile.class);
        if (asks.isEmpty()) {
            return null;
        }
        int years = asks.stream().mapToInt(PaceProfile::minYears).max().orElseThrow();
        List<Appeal> over = known.values().stream()
                .filter(other -> isEarlier(other, appeal, day))
                .sorted(Comparator.comparing(Appeal::code))
                .toList();
        Map<Appeal, Peer> same = shares(over, other -> other.countries().equals(appeal.countries()), appeal, day);
        if (years(same) < years) {
            Map<Appeal, Peer> all = shares(over, other -> true, appeal, day);
            same = years(all) < years ? same : all;
        }
        return same.values().stream().sorted(Comparator.comparing(Peer::appeal)).toList();
    }

    private static boolean isEarlier(Appeal other, Appeal appeal, LocalDate day) {
        return other.listedBecause() == null
                && other.type().equals(appeal.type())
                && other.period().end().isBefore(day)
                && other.period().start().isBefore(appeal.period().start());
    }

    private static long years(Map<Appeal, Peer> plans) {
        return plans.keySet().stream()
                .map(plan -> plan.period().start().getYear())
                .distinct()
                .count();
    }

    private Map<Appeal, Peer> shares(List<Appeal> over, Predicate<Appeal> which, Appeal appeal, LocalDate day) {
        return over.stream()
                .filter(which)
                .flatMap(plan -> share(plan, appeal.period(), day).map(peer -> Map.entry(plan, peer)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of what is known today to have come in. */
    private Stream<Peer> share(Appeal plan, Period judged, LocalDate day) {
        BigDecimal inTheEnd = received(plan, day);
        BigDecimal then = received(plan, sameAge(plan.period(), judged, day));
        return inTheEnd == null || then == null || inTheEnd.signum() <= 0
                ? Stream.of()
                : Stream.of(new Peer(plan.code(), then.divide(inTheEnd, MathContext.DECIMAL32)));
    }

    /** The day by which the same share of its days had passed. */
    private static LocalDate sameAge(Period plan, Period judged, LocalDate day) {
        long passed = day.toEpochDay() - judged.start().toEpochDay() + 1;
        long same = Math.round((double) passed * plan.days() / judged.days());
        return plan.start().plusDays(Math.max(1, same) - 1);
    }

    private @Nullable BigDecimal received(Appeal plan, LocalDate day) {
        AppealMoney money = onDay.computeIfAbsent(day, this::money).get(plan.code());
        return money == null ? null : money.received();
    }

    private Map<String, AppealMoney> money(LocalDate day) {
        return series.money(asking.line().line().attribution().source(), day, asking.asOf()).stream()
                .collect(Collectors.toMap(AppealMoney::appeal, Function.identity()));
    }
}
