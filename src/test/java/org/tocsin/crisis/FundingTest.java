package org.tocsin.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.figure.Appeal;
import org.tocsin.figure.Period;
import org.tocsin.series.AppealMoney;
import org.tocsin.series.Scope;

/** The numbers: the regional plan for Syrian refugees of 2020 and what it meant for Jordan, after FTS. */
final class FundingTest {
    private static final LocalDate DAY = LocalDate.parse("2020-12-01");

    private static final Appeal REGION = appeal("RSYR20", "EGY", "IRQ", "JOR", "LBN", "TUR");
    private static final Appeal JORDAN = appeal("plan-943/JOR", "JOR");
    private static final Appeal LEBANON = appeal("plan-943/LBN", "LBN");

    private static final List<AppealMoney> MONEY = List.of(
            money("RSYR20", 5_995_975_760L, 2_219_513_358L),
            money("plan-943/JOR", 1_475_421_996L, 597_249_843L),
            money("plan-943/LBN", null, 914_816_010L));

    @Test
    void aRegionalPlanEntersWithTheShareOfTheCountry() {
        Funding funding = funding(Scope.country("JOR"));

        assertThat(funding.required()).isEqualByComparingTo("1475421996");
        assertThat(funding.received()).isEqualByComparingTo("597249843");
        assertThat(funding.listed()).isEqualTo(Map.of("RSYR20", "covers other countries too"));
    }

    @Test
    void aShareWhoseRequirementIsNotKnownIsListed() {
        assertThat(funding(Scope.country("LBN")).listed())
                .isEqualTo(Map.of("RSYR20", "covers other countries too", "plan-943/LBN", "requirement unknown"));
    }

    @Test
    void whereTheWholePlanCountsNoShareIsAdded() {
        Funding funding = funding(new Scope(List.of(), Set.of("SYR"), Set.of("RSYR20")));
        Funding inside = funding(new Scope(
                REGION.countries().stream()
                        .map(country -> new Scope.Inside(country, null))
                        .toList(),
                Set.of(),
                Set.of()));

        assertThat(funding.required()).isEqualByComparingTo("5995975760");
        assertThat(inside.required()).isEqualByComparingTo("5995975760");
        assertThat(inside.listed()).containsEntry("plan-943/JOR", "counted with the whole plan");
    }

    private static Funding funding(Scope scope) {
        return Funding.of(scope, DAY, List.of(REGION, JORDAN, LEBANON), MONEY);
    }

    private static Appeal appeal(String code, String... countries) {
        return new Appeal(
                code,
                code,
                "Regional response plan",
                Set.of(countries),
                new Period(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31")),
                null,
                URI.create("https://fts.unocha.org/plans/943/summary"));
    }

    private static AppealMoney money(String appeal, @Nullable Long required, long received) {
        return new AppealMoney(
                appeal,
                required == null ? null : BigDecimal.valueOf(required),
                BigDecimal.valueOf(received),
                DAY,
                Instant.parse("2020-12-01T06:00:00Z"));
    }
}
