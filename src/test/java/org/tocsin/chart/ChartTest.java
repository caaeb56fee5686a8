package org.tocsin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tocsin.chart.Charts.FIRST;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
    private static final Caption CAPTION = Charts.ENGLISH_CAPTION;

    @Test
    void overlappingPointsAreRefusedByTheirDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.of(CAPTION, Charts.day(0, 1L), Charts.day(0, 2L)))
                .withMessage("points overlap or are out of order at 2025-11-03, after 2025-11-03");
    }

    @Test
    void aMarkOutsideOfTheChartIsRefused() {
        Look look = new Look(Locale.ENGLISH, Theme.LIGHT, Style.BARS);
        Mark later = new Mark(FIRST.plusDays(1), FIRST.plusDays(2), "alert");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chart(CAPTION, look, List.of(Charts.day(0, 1L)), null, later))
                .withMessage("mark covers no point of the chart: 2025-11-04 to 2025-11-05");
    }

    @Test
    void aRangeThatDoesNotHoldItsValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Point(FIRST, FIRST, BigDecimal.ONE, BigDecimal.TEN, null, true))
                .withMessage("low of 2025-11-03 is above its value: 10 > 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Point(FIRST, FIRST, null, null, BigDecimal.TEN, true))
                .withMessage("point of 2025-11-03 has a range but no value");
    }

    @Test
    void aPictureCannotLeaveWithoutItsCredit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Caption("title", "people", " "))
                .withMessage("chart credit is blank");
    }

    @Test
    void theDescriptionTellsWhatThePictureShows() {
        assertThat(Charts.weekly(Locale.ENGLISH, Theme.LIGHT, Style.BARS).description())
                .isEqualTo("people per week, 3 Nov 2025 to 1 Feb 2026. First: 42,000 (3 Nov 2025)."
                        + " Last: 96,000 (26 Jan 2026, incomplete). Highest: 187,400 (19 Jan 2026)."
                        + " alert threshold: 120,000. week of the alert: 19 Jan 2026 to 25 Jan 2026."
                        + " Periods without data: 2.");
    }

    @Test
    void aChartOfUnknownsSaysSo() {
        assertThat(Charts.of(CAPTION, Charts.day(0, null)).description())
                .isEqualTo("people per week, 3 Nov 2025 to 3 Nov 2025. No data. Periods without data: 1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "es", "fr"})
    void everyLanguageHasItsOwnWordForEachOfTheEnglishOnes(String language) {
        Wording english = new Wording(Locale.ENGLISH);
        Wording other = new Wording(Locale.forLanguageTag(language));

        assertThat(other.keys()).containsExactlyInAnyOrderElementsOf(english.keys());
        assertThat(List.of("incomplete", "nodata", "first", "gaps"))
                .allSatisfy(key -> assertThat(other.word(key)).isNotEqualTo(english.word(key)));
    }
}
