package org.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random and adversarial texts: no exception, spans that hold their words, and time that grows with length alone. */
class FuzzTest {
    private static final Extractor EXTRACTOR = Extractor.shipped();
    private static final int MEGABYTE = 1 << 20;
    private static final Duration PER_MEGABYTE = Duration.ofSeconds(20);
    private static final List<String> PIECES = List.of(
            "12",
            "1,200",
            "3 400",
            "2.5",
            "million",
            "people",
            "were",
            "killed",
            "and",
            ",",
            ".",
            "(",
            ")",
            "-",
            "of whom",
            "at least",
            "between",
            "to",
            "from",
            "US$",
            "$",
            "%",
            "per cent",
            "funded",
            "appeal",
            "not",
            "could",
            "children",
            "refugees",
            "fled",
            "Sudan",
            "since",
            "May",
            "31 February",
            "2019",
            "1/3",
            "hundreds of thousands",
            "death toll",
            "rose",
            "in",
            "displaced",
            "families",
            "'s",
            "\"",
            "\n",
            "\n\n",
            "Updated 3 May",
            "dont",
            "tués",
            "personnes",
            "mil",
            "vingt",
            "quatre",
            "heridos",
            "fueron",
            "niños",
            "\u00a0",
            "\u202f",
            "\ud83d\ude00",
            "\u0000",
            "é",
            "ß",
            "٣",
            "½");

    @Test
    void twentyThousandRandomTextsAreReadWithoutAFailure() {
        Random random = new Random(20_000);
        for (int i = 0; i < 20_000; i++) {
            check(i % 4 == 0 ? letters(random, 200) : pieces(random, 1 + random.nextInt(60)), random);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "killed ",
                "12 people and ",
                "(",
                "between 3 and ",
                "quatre-vingt-",
                "million ",
                "12 people, of whom 3 ",
                "a",
                "1,",
                "death toll of the ",
                "Updated 3 May\n",
                "including 3 including ",
                "from 3 to "
            })
    void aMegabyteOfOneThingTakesNoLongerThanItsLength(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());
        long start = System.nanoTime();
        EXTRACTOR.read(new Prose(text, null, null, "en"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PER_MEGABYTE);
    }

    @Test
    void aMegabyteOfMixedPiecesTakesNoLongerThanItsLength() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(MEGABYTE + 20);
        while (text.length() < MEGABYTE) {
            text.append(pieces(random, 10));
        }
        long start = System.nanoTime();
        EXTRACTOR.read(Prose.of(text.toString()));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PER_MEGABYTE);
    }

    private static void check(String text, Random random) {
        String language = List.of("en", "fr", "es").get(random.nextInt(3));
        LocalDate date = random.nextBoolean() ? null : LocalDate.of(2024, 2, 29);
        for (Told told : EXTRACTOR.read(new Prose(text, null, date, language))) {
            Span span = told.quote().span();
            assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text());
            assertThat(told.confidence()).isBetween(0.0, 1.0);
        }
    }

    private static String pieces(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(8) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static String letters(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append((char) (random.nextInt(5) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(96)));
        }
        return text.toString();
    }
}
