package org.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tocsin.figure.Qualifier;

/** The tables {@code phenomena-*.txt}: hundreds of sentences of our own, each with the figures it tells. */
class PhenomenaTest {
    private static final Extractor EXTRACTOR = Extractor.shipped();
    private static final LocalDate WRITTEN = LocalDate.of(2025, 6, 1);

    @TestFactory
    Stream<DynamicTest> aSentenceTellsExactlyWhatItsRowSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String language : List.of("en", "fr", "es")) {
            for (String row : rows("phenomena-" + language + ".txt")) {
                int bar = row.lastIndexOf('|');
                String sentence = row.substring(0, bar).strip();
                List<String> figures = figures(row.substring(bar + 1));
                tests.add(DynamicTest.dynamicTest(
                        sentence,
                        () -> assertThat(told(sentence, language)).containsExactlyInAnyOrderElementsOf(figures)));
            }
        }
        return tests.stream();
    }

    private static List<String> rows(String file) throws IOException {
        InputStream in = Objects.requireNonNull(PhenomenaTest.class.getResourceAsStream(file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("=="))
                    .toList();
        }
    }

    private static List<String> figures(String cell) {
        return Arrays.stream(cell.split(";", -1))
                .map(String::strip)
                .filter(figure -> !figure.isEmpty())
                .map(figure -> figure.endsWith(" exact") ? figure.substring(0, figure.length() - 6) : figure)
                .toList();
    }

    private static List<String> told(String sentence, String language) {
        return EXTRACTOR.read(new Prose(sentence, "Humanitarian report", WRITTEN, language)).stream()
                .map(PhenomenaTest::figure)
                .toList();
    }

    private static String figure(Told told) {
        Amount amount = told.amount();
        boolean exact = amount.qualifier() == Qualifier.EXACT;
        ToldPopulation population = told.what().population();
        String figure = told.what().metric().code() + " " + value(amount);
        if (amount.value() != null && (!exact || population != null)) {
            figure += " " + amount.qualifier().code();
        }
        return population == null ? figure : figure + " " + population.code();
    }

    private static String value(Amount amount) {
        if (amount.value() != null) {
            return amount.value().stripTrailingZeros().toPlainString();
        }
        return (amount.vague() ? "~" : "")
                + Objects.requireNonNull(amount.low()).toPlainString()
                + ".."
                + Objects.requireNonNull(amount.high()).toPlainString();
    }
}
