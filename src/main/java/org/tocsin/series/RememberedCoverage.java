package org.tocsin.series;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/** What a source has covered of some countries at any moment, from all its answers, read once. Cheap where the moment moves on. */
final class RememberedCoverage {
    private final List<Spoken> spoken;
    private final List<String> countries;
    private final Coverage now;
    private final List<RangeSet<LocalDate>> covered = new ArrayList<>();
    private final RangeSet<LocalDate> confirmed = TreeRangeSet.create();
    private int taken;

    /**
     * Remembers the answers of a source.
     *
     * @param now the coverage as it stands, for what does not depend on the moment
     */
    RememberedCoverage(List<Spoken> spoken, List<String> countries, Coverage now) {
        this.spoken = spoken;
        this.countries = countries;
        this.now = now;
        forget();
    }

    Coverage at(@Nullable Instant asOf) {
        if (asOf == null) {
            return now;
        }
        if (taken > 0 && spoken.get(taken - 1).knownFrom().isAfter(asOf)) {
            forget();
        }
        while (taken < spoken.size() && !spoken.get(taken).knownFrom().isAfter(asOf)) {
            take(spoken.get(taken++));
        }
        return new Coverage(
                periods(everywhere()),
                periods(confirmed),
                now.absenceIsZero(),
                now.usualLagDays(),
                now.staleAfterDays());
    }

    private void forget() {
        taken = 0;
        confirmed.clear();
        covered.clear();
        countries.forEach(country -> covered.add(TreeRangeSet.create()));
    }

    private void take(Spoken answer) {
        confirmed.add(days(answer.asOf(), answer.asOf()));
        if (!answer.end().isBefore(answer.start())) {
            for (int i = 0; i < countries.size(); i++) {
                if (answer.isAbout(countries.get(i))) {
                    covered.get(i).add(days(answer.start(), answer.end()));
                }
            }
        }
    }

    private RangeSet<LocalDate> everywhere() {
        RangeSet<LocalDate> all = TreeRangeSet.create(covered.get(0));
        covered.stream().skip(1).forEach(one -> all.removeAll(one.complement()));
        return all;
    }

    private static Range<LocalDate> days(LocalDate first, LocalDate last) {
        return Range.closedOpen(first, last.plusDays(1));
    }

    private static List<Period> periods(RangeSet<LocalDate> ranges) {
        return ranges.asRanges().stream()
                .map(range ->
                        new Period(range.lowerEndpoint(), range.upperEndpoint().minusDays(1)))
                .toList();
    }
}
