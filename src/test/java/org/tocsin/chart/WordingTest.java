package org.tocsin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 200,000 | 1.25B | 3 Nov 2025",
                "fr | 200\u202f000 | 1,25\u00a0Md | 3 nov. 2025",
                "es | 200.000 | 1250\u00a0M | 3 nov 2025",
                "ar | ٢٠٠٬٠٠٠ | ١٫٢٥\u00a0مليار | ٣ نوفمبر ٢٠٢٥",
                "ar-MA | 200.000 | 1,25\u00a0مليار | 3 نونبر 2025"
            })
    void numbersAndDaysAreWrittenAsTheReaderWritesThem(String language, String full, String compact, String day) {
        Wording wording = new Wording(Locale.forLanguageTag(language));

        assertThat(wording.axis(numbers("0", "200000")).get(1)).isEqualTo(full);
        assertThat(wording.axis(numbers("0", "1250000000")).get(1)).isEqualTo(compact);
        assertThat(wording.day(Charts.FIRST)).isEqualTo(day);
    }

    private static List<BigDecimal> numbers(String... numbers) {
        return Arrays.stream(numbers).map(BigDecimal::new).toList();
    }
}
