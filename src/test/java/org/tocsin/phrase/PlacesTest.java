package org.tocsin.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.crisis.CrisisRegistry;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Countries;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.Quantity;

class PlacesTest {
    private final Phrases english = Phrases.in(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Afghanistan                        | in Afghanistan",
                "Burundi                            | in Burundi",
                "Burkina Faso                       | in Burkina Faso",
                "Bangladesh: Rohingya refugees      | in Bangladesh",
                "Central African Republic           | in the Central African Republic",
                "Cameroon                           | in Cameroon",
                "Democratic Republic of the Congo   | in the Democratic Republic of the Congo",
                "Colombia                           | in Colombia",
                "Ethiopia                           | in Ethiopia",
                "Guatemala                          | in Guatemala",
                "Honduras                           | in Honduras",
                "Haiti                              | in Haiti",
                "Iraq                               | in Iraq",
                "Kenya: drought and floods          | in Kenya",
                "Lebanon                            | in Lebanon",
                "Libya                              | in Libya",
                "Sri Lanka: food crisis             | in Sri Lanka",
                "Madagascar: drought and cyclones   | in Madagascar",
                "Mali                               | in Mali",
                "Myanmar                            | in Myanmar",
                "Mozambique                         | in Mozambique",
                "Malawi: floods and drought         | in Malawi",
                "Niger                              | in Niger",
                "Nigeria                            | in Nigeria",
                "Pakistan                           | in Pakistan",
                "Philippines: typhoons              | in the Philippines",
                "Occupied Palestinian Territory     | in the occupied Palestinian territory",
                "Sudan                              | in Sudan",
                "El Salvador                        | in El Salvador",
                "Somalia                            | in Somalia",
                "South Sudan                        | in South Sudan",
                "Syria                              | in Syria",
                "Chad                               | in Chad",
                "Türkiye: earthquakes               | in Türkiye",
                "Ukraine                            | in Ukraine",
                "Venezuela                          | in Venezuela",
                "Yemen                              | in Yemen",
                "Zambia: drought                    | in Zambia",
                "Zimbabwe: drought                  | in Zimbabwe",
            })
    void everyShippedCrisisReadsWellInASentence(String name, String said) {
        assertThat(shipped()).contains(name);
        assertThat(sentence(Where.in(name))).isEqualTo("12 people killed due to conflict " + said + " in March 2024");
    }

    @Test
    void noShippedCrisisIsMissingFromTheTable() throws NoSuchMethodException {
        CsvSource table = getClass()
                .getDeclaredMethod("everyShippedCrisisReadsWellInASentence", String.class, String.class)
                .getAnnotation(CsvSource.class);
        Set<String> listed = Stream.of(Objects.requireNonNull(table).value())
                .map(row -> row.substring(0, row.indexOf('|')).strip())
                .collect(Collectors.toSet());

        assertThat(listed).containsExactlyInAnyOrderElementsOf(shipped());
    }

    static Stream<String> countries() {
        return Countries.codes().stream()
                .map(code -> Countries.name(code, Locale.ENGLISH).orElseThrow())
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void aCountryThatNeedsAnArticleHasIt(String name) {
        boolean plural = name.matches(
                "(?!South Georgia).*(Islands|Republic|States|Kingdom|Emirates|Netherlands|Philippines|Territories)");

        assertThat(sentence(Where.in(name)))
                .contains(plural ? " in the " : " in ")
                .doesNotContain("Congo -");
    }

    @Test
    void theAreaComesBeforeItsCountryAndTheEventAfter() {
        assertThat(sentence(new Where("Philippines: typhoons", "Caraga", "Typhoon Rai")))
                .isEqualTo("12 people killed due to conflict in Caraga, the Philippines (Typhoon Rai) in March 2024");
        assertThat(sentence(Where.UNSAID)).isEqualTo("12 people killed due to conflict in March 2024");
        assertThat(english.scope("Zimbabwe: drought")).isEqualTo("Zimbabwe");
    }

    private static Set<String> shipped() {
        return CrisisRegistry.shipped().stream().map(crisis -> crisis.name()).collect(Collectors.toSet());
    }

    private String sentence(Where where) {
        return english.sentence(new Fact(
                Measure.of(Metric.KILLED),
                Population.ALL,
                Cause.CONFLICT,
                where,
                Quantity.exact(12),
                new Period(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31))));
    }
}
