package org.tocsin.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.Crisis;
import org.tocsin.crisis.CrisisPicture;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.ScopeLine;

/**
 * A crisis: its scope and how it stands.
 *
 * @param asOf the moment whose knowledge this is, of the scope as of the numbers
 * @param funding null where no source states what is required
 */
record CrisisAnswer(
        String id,
        String name,
        LocalDate since,
        Instant asOf,
        Scope scope,
        List<Headline> headline,
        @Nullable FundingAnswer funding,
        int openAlerts)
        implements Answer {
    record Scope(int version, List<String> glide, List<Line> lines) {
        static Scope from(CrisisStore.Versioned held) {
            Crisis crisis = held.crisis();
            return new Scope(
                    held.version(),
                    crisis.glide(),
                    crisis.lines().stream().map(Line::from).toList());
        }
    }

    record Line(
            String role,
            @Nullable String country,
            @Nullable String admin1,
            @Nullable String appeal) {
        static Line from(ScopeLine line) {
            return new Line(
                    line.role().name().toLowerCase(java.util.Locale.ROOT),
                    line.country(),
                    line.admin1(),
                    line.appeal());
        }
    }

    /**
     * The last number of the line that stands for a metric.
     *
     * @param current whether it still holds
     */
    record Headline(
            LineAnswer line, QuantityAnswer quantity, PeriodAnswer period, boolean current, SourceAnswer source) {
        static Headline from(CrisisPicture.Standing standing) {
            return new Headline(
                    LineAnswer.from(standing.line()),
                    QuantityAnswer.from(standing.quantity()),
                    PeriodAnswer.from(standing.period()),
                    standing.current(),
                    SourceAnswer.from(standing.source()));
        }
    }

    static CrisisAnswer from(
            CrisisStore.Versioned held,
            Instant asOf,
            List<CrisisPicture.Standing> standings,
            @Nullable FundingAnswer funding,
            int openAlerts) {
        Crisis crisis = held.crisis();
        return new CrisisAnswer(
                crisis.id().value(),
                crisis.name(),
                crisis.since(),
                asOf,
                Scope.from(held),
                standings.stream().map(Headline::from).toList(),
                funding,
                openAlerts);
    }
}
