package org.tocsin.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Qualifier;
import org.tocsin.figure.Quantity;
import org.tocsin.figure.Unit;

class PhrasesTest {
    private final Phrases english = Phrases.in(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200000     |         |         | more_than  | persons   | more than 200,000",
                "75         |         |         | at_least   | persons   | at least 75",
                "3000       |         |         | nearly     | persons   | nearly 3,000",
                "18600000   |         |         | about      | persons   | about 18.6 million",
                "1659600    |         |         | exact      | movements | 1,659,600",
                "18600001   |         |         | about      | persons   | about 18,600,001",
                "900        |         |         | up_to      | persons   | up to 900",
                "10         |         |         | fewer_than | persons   | fewer than 10",
                "5100       |         |         | estimated  | persons   | an estimated 5,100",
                "1200000000 |         |         | exact      | usd       | USD 1.2 billion",
                "0.453      |         |         | exact      | ratio     | 45.3 %",
                "           | 40      | 60      | exact      | persons   | between 40 and 60",
                "           | 40      |         | exact      | persons   | at least 40",
                "           |         | 60      | exact      | persons   | up to 60",
                "           |         |         | exact      | persons   | an unstated number of",
            })
    void aNumberIsSaidAsItsSourceHedgedIt(
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String qualifier,
            String unit,
            String said) {
        Quantity quantity = new Quantity(value, low, high, Qualifier.of(qualifier));

        assertThat(english.quantity(quantity, Unit.of(unit))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-10-01 | 2023-10-31 | flow       | in October 2023",
                "2023-01-01 | 2023-12-31 | flow       | in 2023",
                "2024-02-01 | 2024-02-29 | flow       | in February 2024",
                "2023-02-01 | 2023-02-27 | flow       | from 1 to 27 February 2023",
                "2025-01-26 | 2025-02-07 | flow       | from 26 January to 7 February 2025",
                "2023-12-28 | 2024-01-03 | flow       | from 28 December 2023 to 3 January 2024",
                "2023-10-23 | 2023-10-23 | flow       | on 23 October 2023",
                "2023-10-23 | 2023-10-23 | stock      | on 23 October 2023",
                "2023-10-27 | 2023-11-17 | cumulative | since 27 October 2023, as of 17 November 2023",
                "2023-11-17 | 2023-11-17 | cumulative | as of 17 November 2023",
            })
    void aSpanIsSaidWithoutRepeatingItself(LocalDate start, LocalDate end, String kind, String said) {
        assertThat(english.span(new Period(start, end), Kind.of(kind))).isEqualTo(said);
    }

    @Test
    void aSentenceSaysHowManyWhomWhyWhereAndWhen() {
        Quantity quantity = new Quantity(
                new BigDecimal(200_000), new BigDecimal(180_000), new BigDecimal(220_000), Qualifier.MORE_THAN);
        Fact fact = new Fact(
                Measure.of(Metric.NEW_DISPLACEMENTS, Kind.CUMULATIVE),
                Population.ALL,
                Cause.CONFLICT,
                Where.in("Myanmar"),
                quantity,
                new Period(LocalDate.of(2023, 10, 27), LocalDate.of(2023, 11, 17)));

        assertThat(english.sentence(fact))
                .isEqualTo("More than 200,000 (between 180,000 and 220,000) new internal displacements due to conflict"
                        + " in Myanmar since 27 October 2023, as of 17 November 2023");
        assertThat(english.headline(fact)).isEqualTo("more than 200,000 new internal displacements due to conflict");
    }

    @ParameterizedTest
    @CsvSource({
        "killed, persons, civilians, conflict:airstrike, 1, 1 civilian killed due to airstrikes",
        "killed, persons, children, all, 12, 12 children killed",
        "new_displacements, movements, children, disaster:flood, 2, 2 new internal displacements (children) due to flood",
        "new_displacements, households, all, disaster:dry_mass_movement, 3, 3 households newly displaced due to dry mass movement",
        "funding_gap, usd, all, all, 5500000, USD 5.5 million not funded",
        "funding_coverage, ratio, all, all, 0.2, 20 % of the plan funded",
        "idps, persons, all, conflict, 1659600, '1,659,600 people internally displaced due to conflict'",
    })
    void nounsAgreeWithTheirNumber(
            String metric, String unit, String population, String cause, BigDecimal value, String said) {
        Metric counted = Metric.of(metric);
        Fact fact = new Fact(
                new Measure(counted, Unit.of(unit), counted.kind()),
                Population.of(population),
                new Cause(cause),
                Where.UNSAID,
                Quantity.of(value, Qualifier.EXACT),
                Period.day(LocalDate.of(2024, 1, 1)));

        assertThat(english.headline(fact)).isEqualTo(said);
    }

    @Test
    void aComparisonGivesTheEarlierValueItsDayAndTheChange() {
        assertThat(english.comparison(
                        new BigDecimal(2_273_652), Unit.PERSONS, new BigDecimal(1_659_600), "on 23 October 2023"))
                .isEqualTo("against 1,659,600 on 23 October 2023, +37 %");
        assertThat(english.comparison(new BigDecimal(50), Unit.PERSONS, new BigDecimal(200), "in 2023"))
                .isEqualTo("against 200 in 2023, \u221275 %");
    }

    @Test
    void aNumberThatIsNotTodaysSaysWhenItWasKnown() {
        assertThat(english.asKnown("in July 2022", 20))
                .isEqualTo("in July 2022, as known 20 days after each period’s end");
        assertThat(english.asKnown("in July 2022", 1)).endsWith("known 1 day after each period’s end");
        assertThat(english.asKnown("in July 2022", null)).isEqualTo("in July 2022");
    }

    @Test
    void nothingIsDividedByAnEarlierZero() {
        assertThat(english.comparison(BigDecimal.TEN, Unit.PERSONS, BigDecimal.ZERO, "in 2022"))
                .isEqualTo("against 0 in 2022");
    }

    @Test
    void aStandDownNeverSaysThatThingsAreBetter() {
        BigDecimal threshold = new BigDecimal(5000);

        assertThat(english.standDown(new BigDecimal(4000), threshold, Unit.MOVEMENTS))
                .isEqualTo("This is back under the threshold of 5,000, which says nothing about how people fare now.")
                .doesNotContainIgnoringCase("improve")
                .doesNotContainIgnoringCase("better");
        assertThat(english.standDown(new BigDecimal("0.11"), new BigDecimal("0.02"), Unit.RATIO))
                .startsWith("This is back above the threshold of 2 %,");
        assertThat(english.standDown(null, null, Unit.MOVEMENTS)).doesNotContainIgnoringCase("better");
    }

    @ParameterizedTest
    @CsvSource({
        "339, 1359, persons, +301 %",
        "254, 9944, persons, 39 times as many",
        "100, 1000, usd, 10 times as much",
        "0.079, 0.002, ratio, ''",
        "0, 5, persons, ''",
    })
    void aChangeIsSaidSoThatItCanBeGrasped(BigDecimal then, BigDecimal now, String unit, String said) {
        assertThat(english.change(now, Unit.of(unit), then)).isEqualTo(said);
    }

    @Test
    void aThresholdForPeopleIsAWholeNumberOfThem() {
        assertThat(english.threshold(new BigDecimal("423.75"), Unit.PERSONS)).isEqualTo("424");
        assertThat(english.threshold(new BigDecimal("0.0775"), Unit.RATIO)).isEqualTo("7.8 %");
    }

    @Test
    void displacementsAreSaidToBeMovements() {
        assertThat(english.caution(Metric.NEW_DISPLACEMENTS, Basis.ESTIMATED))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("movements").contains("more than once"));
        assertThat(english.caution(Metric.KILLED, Basis.VERIFIED))
                .hasValueSatisfying(text -> assertThat(text).contains("minimums"));
        assertThat(english.caution(Metric.IDPS, Basis.REPORTED)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricHasItsWords(Metric metric) {
        Fact fact = new Fact(
                Measure.of(metric),
                Population.ALL,
                Cause.ALL,
                Where.in("Sudan"),
                Quantity.exact(3),
                Period.day(LocalDate.of(2024, 1, 1)));

        assertThat(english.metric(metric)).isNotBlank();
        assertThat(english.sentence(fact)).contains("Sudan").doesNotContain("{").doesNotContain("  ");
    }

    @ParameterizedTest
    @EnumSource(Population.class)
    void everyPopulationHasItsWords(Population population) {
        assertThat(english.population(population)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void everyBasisHasItsWords(Basis basis) {
        assertThat(english.basis(basis)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Label.class)
    void everyLabelHasItsWords(Label label) {
        assertThat(english.label(label)).isNotBlank();
    }

    @Test
    void aReaderOfALanguageWeDoNotSpeakGetsEnglishAndIsToldSo() {
        Phrases phrases = Phrases.in(Locale.forLanguageTag("sw"));

        assertThat(phrases.level("critical")).isEqualTo("Critical");
        assertThat(phrases.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(phrases.amount(new BigDecimal(1500), Unit.PERSONS)).isEqualTo("1,500");
    }
}
