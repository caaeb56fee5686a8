package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It began on Monday. 200 people fled. More followed.        | 200 people fled.
            He said: "It is over." 200 people fled, Gen. Lin said. No. | 200 people fled, Gen. Lin said.
            Some 1.5 million remain; 200 people fled on 3.5 trucks.    | Some 1.5 million remain; 200 people fled on 3.5 trucks.
            ¿Por qué? 200 people fled                                  | 200 people fled
            """)
    void aSentenceMayBeginWithANumber(String text, String sentence) {
        int start = text.indexOf("200");
        assertThat(new Sentences(text).around(start, start + 3)).isEqualTo(sentence);
    }

    @Test
    void aTextWithoutFullStopsIsCutAroundTheWords() {
        String text = "a b ".repeat(250_000);

        assertThatNoException().isThrownBy(() -> new Sentences(" \n".repeat(250_000)));
        assertThat(new Sentences(text).around(500_000, 500_003)).hasSizeBetween(1000, 2100);
    }

    @Test
    void longTextsTakeNoLongerThanTheirLength() {
        String text = "He said so. ".repeat(80_000) + ". ".repeat(20_000) + "\n ".repeat(20_000);
        long start = System.nanoTime();

        new Sentences(text);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
