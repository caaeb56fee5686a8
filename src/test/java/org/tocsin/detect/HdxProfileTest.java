package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class HdxProfileTest {
    private static final int HALF_A_YEAR = 180;

    @Test
    void itsRulesAreThoseOfHdxSignals() throws IOException {
        assertThat(profile())
                .extracting(Rule::detector)
                .containsOnly(new RecordHigh(30, Map.of(Level.WARNING, 366, Level.CRITICAL, 1096), null, false));
        assertThat(profile()).extracting(rule -> rule.firing().coolDownDays()).containsOnly(HALF_A_YEAR);
        assertThat(profile())
                .extracting(rule -> rule.firing().floor())
                .containsExactlyInAnyOrder(new BigDecimal(100), new BigDecimal(5_000), new BigDecimal(50_000));
    }

    @Test
    void aNewHighTellsOfAYearBeforeItTellsOfThree() throws IOException {
        Rule killed = profile().stream()
                .filter(rule -> rule.id().equals("hdx-killed-conflict"))
                .findFirst()
                .orElseThrow();

        assertThat(killed.judge(Series.killed(deaths(1_200, 3, 5)).evidence()).level())
                .isEqualTo(Level.CRITICAL);
        assertThat(killed.judge(Series.killed(deaths(600, 3, 5)).evidence()).level())
                .isEqualTo(Level.WARNING);
        assertThat(killed.judge(Series.killed(deaths(1_200, 1, 2)).evidence()).reason())
                .isEqualTo(Reason.BELOW_FLOOR);
    }

    @Test
    void noIdIsTakenByAShippedRule() throws IOException {
        JsonNode shipped = new YAMLMapper().readTree(HdxProfileTest.class.getResourceAsStream("/rules.yml"));
        List<String> ids = StreamSupport.stream(shipped.spliterator(), false)
                .map(rule -> rule.path("id").asText())
                .toList();

        assertThat(profile())
                .extracting(Rule::id)
                .doesNotContainAnyElementsOf(ids)
                .doesNotHaveDuplicates();
    }

    /** So many days of {@code usual} deaths each, then thirty of {@code last} each. */
    private static Integer[] deaths(int days, int usual, int last) {
        return Stream.concat(
                        Stream.generate(() -> usual).limit(days),
                        Stream.generate(() -> last).limit(30))
                .toArray(Integer[]::new);
    }

    private static List<Rule> profile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ops/rules/hdx"))) {
            return files.sorted().map(HdxProfileTest::rule).toList();
        }
    }

    private static Rule rule(Path file) {
        try {
            return RuleFile.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
