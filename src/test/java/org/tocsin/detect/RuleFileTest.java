package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tocsin.detect.Series.n;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;

class RuleFileTest {
    private static final String YAML = """
            id: displaced-record
            title: Most people newly displaced in a year
            metric: new_displacements
            population: all
            cause: conflict
            interval: day
            sources: [idmc]
            crises: [myanmar]
            floor: 5000
            coolDownDays: 180
            maxAgeDays: 60
            detector:
              type: record_high
              window: 30
              lookbacks: {watch: 366, warning: 1096}
            """;

    private static final Rule RULE = new Rule(
            "displaced-record",
            "Most people newly displaced in a year",
            new Rule.Watch(
                    Metric.NEW_DISPLACEMENTS,
                    Population.ALL,
                    Cause.CONFLICT,
                    Interval.DAY,
                    List.of(new SourceId("idmc")),
                    List.of("myanmar")),
            new RecordHigh(30, Map.of(Level.WATCH, 366, Level.WARNING, 1096), null, false),
            new Rule.Firing(n("5000"), 180, 60));

    @Test
    void aRuleIsReadAsItIsWritten() {
        assertThat(RuleFile.read(YAML)).isEqualTo(RULE);
    }

    static Stream<Detector> detectors() {
        return Stream.of(
                new Threshold(Map.of(Level.WATCH, n("25"), Level.CRITICAL, n("100.5"))),
                new ChangeOverWindow(4, 12, Map.of(Level.WARNING, n("2")), n("2500"), n("5000"), n("1")),
                new RecordHigh(4, Map.of(Level.WATCH, 52), n("0.1"), true));
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void everyRuleReadsBackAsItWas(Detector detector) {
        Rule rule = new Rule(RULE.id(), RULE.title(), RULE.watch(), detector, RULE.firing());

        assertThat(RuleFile.read(RuleFile.write(rule))).isEqualTo(rule);
    }

    @Test
    void aPaceRuleReadsBackAsItWas() {
        Rule.Watch watch =
                new Rule.Watch(Metric.FUNDING_COVERAGE, null, Cause.ALL, Interval.STATEMENT, List.of(), List.of());
        Pace pace = new Pace(Map.of(Level.WATCH, n("0.5")), n("0.25"), 3, n("10000000"));
        Rule rule = new Rule("behind-pace", "Behind pace", watch, pace, new Rule.Firing(null, 30, 90));

        assertThat(RuleFile.read(RuleFile.write(rule))).isEqualTo(rule);
    }

    @Test
    void whatIsLeftOutTakesTheDefaultsOfTheDesign() {
        Rule rule = RuleFile.read("{id: k-1, title: K, metric: killed, cause: conflict, interval: week,"
                + " detector: {type: threshold, levels: {watch: 25}}}");

        assertThat(rule.firing()).isEqualTo(new Rule.Firing(null, 30, 90));
        assertThat(rule.watch().sources()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        InvalidRuleException wrong = catchThrowableOfType(InvalidRuleException.class, () -> RuleFile.read("""
                        id: Bad Id
                        metric: deaths
                        cause: war
                        interval: fortnight
                        flor: 5
                        floor: none
                        coolDownDays: -1
                        detector: {type: change, reference: 0, ratios: {loud: 2}, minimum: 4}
                        """));

        assertThat(wrong.problems())
                .extracting(InvalidRuleException.Problem::field)
                .containsExactlyInAnyOrder(
                        "id",
                        "title",
                        "metric",
                        "cause",
                        "interval",
                        "flor",
                        "floor",
                        "coolDownDays",
                        "detector.ratios.loud",
                        "detector.minimum",
                        "detector.reference");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "killed | all | day | {type: threshold, levels: {watch: 1}} | cause",
                "idps | conflict | week | {type: change, current: 4, reference: 12, ratios: {watch: 2}} | detector.current",
                "idps | conflict | statement | {type: record_high, window: 2, lookbacks: {watch: 365}} | interval",
                "killed | conflict | day | {type: pace, shares: {watch: 0.5}} | metric",
                "killed | conflict | day | {type: threshold, levels: {watch: 5, critical: 5}} | detector.levels",
                "killed | conflict | day | {type: record_high, lookbacks: {watch: 1.5}} | detector.lookbacks.watch",
                "killed | conflict | day | {type: farrington} | detector.type",
                "killed | conflict | day | often | detector",
            })
    void whatCannotMeanAnythingIsRefused(String metric, String cause, String interval, String detector, String field) {
        String yaml = "{id: a-rule, title: T, metric: %s, cause: %s, interval: %s, detector: %s}"
                .formatted(metric, cause, interval, detector);

        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> RuleFile.read(yaml))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(InvalidRuleException.Problem::field)
                        .contains(field));
    }

    @Test
    void aFloorWouldSilenceTheWorstOfADownwardRule() {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> RuleFile.read("{id: a-rule, title: T, metric: funding_coverage, cause: all,"
                        + " interval: statement, floor: 0.1, detector: {type: pace, shares: {watch: 0.5}}}"))
                .withMessageContaining("floor");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"[1, 2]", "'{a: 1, a: 2}'", "'{'"},
            delimiter = '|')
    void whatIsNoObjectIsRefused(String text) {
        assertThatExceptionOfType(InvalidRuleException.class).isThrownBy(() -> RuleFile.read(text));
    }
}
