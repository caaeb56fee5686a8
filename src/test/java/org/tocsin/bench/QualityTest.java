package org.tocsin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.Point;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;
import org.tocsin.figure.Period;

class QualityTest {
    private static final Path DATA =
            Path.of(System.getProperty("tocsin.shared", "../shared"), "reference/detection/benchmark");
    private static final Offset<Double> AS_PRINTED = within(0.00051);

    @Test
    void anEscalationIsDetectedUpToTwoMonthsAfterItsOnset() {
        assertThat(tally(set(10)).detected()).isEqualTo(1);
        assertThat(tally(set(12)).detected()).isEqualTo(1);
        assertThat(tally(set(12)).delay()).isEqualTo(2);
        assertThat(tally(set(12)).recallAtOnce()).isZero();
        assertThat(tally(set(9, 13)).detected()).isZero();
    }

    @Test
    void alarmsWithFewerThanTwoQuietMonthsBetweenThemAreOneEpisode() {
        assertThat(tally(set(20, 22, 24, 27)).episodes()).isEqualTo(2);
    }

    @Test
    void anEpisodeBelongsToAnEscalationFromTheMonthBeforeToTheFifthAfter() {
        assertThat(tally(set(9)).near()).isEqualTo(1);
        assertThat(tally(set(15)).near()).isEqualTo(1);
        assertThat(tally(set(8)).near()).isZero();
        assertThat(tally(set(16)).near()).isZero();
    }

    @Test
    void falseAlarmsAreCountedPerYearOfQuiet() {
        Tally tally = tally(set(29, 31, 32));

        assertThat(tally.quiet()).isEqualTo(new Tally.Quiet(0.5, 2, 0));
        assertThat(tally.quietAlarms()).isEqualTo(4);
    }

    @Test
    void nothingRaisedHasNoPrecisionAndMissesTheAim() {
        assertThat(tally(set()).precision()).isNaN();
        assertThat(Aim.DEFAULT.reachedBy(tally(set()))).isFalse();
    }

    @Test
    void theRuleToScoreASeriesIsChosenWithoutIt() {
        Tally hit = new Tally(1, 1, 1, 0, new Tally.Quiet(1, 0, 0), 1, 1);
        Tally miss = new Tally(1, 0, 0, 0, new Tally.Quiet(1, 0, 0), 0, 0);
        CrossValidation validation =
                new CrossValidation(List.of(List.of(hit, miss, miss, miss), List.of(miss, hit, hit, hit)), Aim.DEFAULT);

        assertThat(validation.leavingOneOut().detected()).isEqualTo(3);
        assertThat(validation.repeated(5, 4)).extracting(Tally::detected).containsOnly(3);
    }

    @Test
    void neighboursAreAllCombinationsOfTheirValues() throws IOException {
        Rule rule = RuleFile.read("""
                {"id": "a-rule", "title": "A rule", "metric": "killed", "cause": "conflict", "interval": "month",
                 "floor": 25, "detector": {"type": "change", "reference": 12, "ratios": {"watch": 2}}}
                """);
        String variations = "[{at: /floor, values: [50, 75]}, {at: /detector/ratios/watch, values: [2, 3]}]";

        List<Rule> neighbours =
                Neighbours.of(rule, new ByteArrayInputStream(variations.getBytes(StandardCharsets.UTF_8)));

        assertThat(neighbours).hasSize(4).doesNotHaveDuplicates();
        assertThat(neighbours)
                .extracting(one -> one.firing().floor())
                .containsOnly(BigDecimal.valueOf(50), BigDecimal.valueOf(75));
    }

    @Test
    void theSameRuleCountsUpToTheRowOfTheOutsideImplementation() throws IOException {
        assumeTrue(Files.isDirectory(DATA), () -> "no labelled escalations at " + DATA.toAbsolutePath());
        try (InputStream yaml =
                Objects.requireNonNull(QualityTest.class.getResourceAsStream("same-rules.yml"), "same-rules.yml")) {
            for (JsonNode same : new YAMLMapper().readTree(yaml)) {
                Rule rule = RuleFile.read(same.path("rule"));
                matches(rule, row(rule, same.path("row").asText()));
            }
        }
    }

    @Test
    void theShippedRuleForMonthlyDeathsReachesTheAimWhicheverCountryIsLeftOut() throws IOException {
        assumeTrue(Files.isDirectory(DATA), () -> "no labelled escalations at " + DATA.toAbsolutePath());
        Rule rule = RuleList.shipped().stream()
                .filter(Benchmark.CONFLICT_MONTHLY::isFor)
                .findFirst()
                .orElseThrow();
        List<Labelled> series = LabelledSet.read(Benchmark.CONFLICT_MONTHLY, DATA);

        List<Tally> each = Scored.each(Benchmark.CONFLICT_MONTHLY, rule, series);

        assertThat(Scored.sum(each)).matches(Aim.DEFAULT::reachedBy);
        assertThat(Scored.without(each)).hasSize(20).allMatch(Aim.DEFAULT::reachedBy);
        assertThat(Scored.sum(each).f1())
                .isGreaterThan(OutsideRow.read(Benchmark.CONFLICT_MONTHLY, DATA).stream()
                        .mapToDouble(OutsideRow::order)
                        .max()
                        .orElseThrow());
    }

    private static void matches(Rule rule, OutsideRow row) throws IOException {
        Benchmark benchmark = benchmark(rule);
        Tally ours =
                Scored.of(benchmark, rule, LabelledSet.read(benchmark, DATA)).raised();
        assertThat(ours.recallAtOnce()).as(rule.id()).isEqualTo(row.recallAtOnce(), AS_PRINTED);
        assertThat(ours.recall()).as(rule.id()).isEqualTo(row.recall(), AS_PRINTED);
        assertThat(ours.quietAlarms()).as(rule.id()).isEqualTo(row.quiet().alarms(), AS_PRINTED);
        assertThat(ours.quietEpisodes()).as(rule.id()).isEqualTo(row.quiet().episodes(), AS_PRINTED);
        assertThat(ours.episodes()).as(rule.id()).isEqualTo(row.episodes().count());
        assertThat(ours.precision()).as(rule.id()).isEqualTo(row.episodes().precision(), AS_PRINTED);
    }

    private static OutsideRow row(Rule rule, String name) throws IOException {
        int floor = Objects.requireNonNull(rule.firing().floor()).intValue();
        return OutsideRow.read(benchmark(rule), DATA).stream()
                .filter(row -> row.detector().equals(name) && row.floor() == floor)
                .findFirst()
                .orElseThrow();
    }

    private static Benchmark benchmark(Rule rule) {
        return List.of(Benchmark.values()).stream()
                .filter(one -> one.isFor(rule))
                .findFirst()
                .orElseThrow();
    }

    /** Forty months; one escalation in month 10, quiet from month 30 to 35. */
    private static Tally tally(BitSet alarms) {
        List<Point> points = new ArrayList<>();
        for (int month = 0; month < 40; month++) {
            LocalDate first = LocalDate.of(2012, 1, 1).plusMonths(month);
            points.add(new Point(
                    new Period(first, first.plusMonths(1).minusDays(1)), BigDecimal.ZERO, null, null, true, null));
        }
        BitSet near = new BitSet();
        near.set(9, 16);
        BitSet quiet = new BitSet();
        quiet.set(30, 36);
        return Tally.of(Benchmark.CONFLICT_MONTHLY, new Labelled("MMR", points, 0, List.of(10), near, quiet), alarms);
    }

    private static BitSet set(int... months) {
        BitSet set = new BitSet();
        IntStream.of(months).forEach(set::set);
        return set;
    }
}
