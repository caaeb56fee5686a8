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
import org.tocsin.detect.method.Exceedance;
import org.tocsin.detect.method.Reference;
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
                    Where.of(List.of("myanmar"), List.of())),
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
                new RecordHigh(4, Map.of(Level.WATCH, 52), n("0.1"), true),
                new HistoryQuantile(new Past(36, 0, 12), Map.of(Level.WATCH, n("0.95"))),
                new RobustZ(new Past(24, 1, 8), Map.of(Level.WATCH, n("3")), n("0.25"), false, true),
                new EarsC1(12, Map.of(Level.WATCH, n("3.0902")), n("1"), true),
                new EarsC2(7, Map.of(Level.WATCH, n("3"), Level.CRITICAL, n("5")), n("0.5"), false),
                new EarsC3(28, Map.of(Level.WATCH, n("2")), n("1"), true),
                new CountExceedance(new Past(24, 1, 8), Map.of(Level.WATCH, n("0.02")), Exceedance.PLUG_IN, false),
                new FarringtonFlexible(new Reference(5, 3, 10, 26), 52, 3, n("2.58"), Map.of(Level.WATCH, n("0.005"))),
                new Cusum(new Training(52, 12, 8), n("1.04"), Map.of(Level.WATCH, n("2.26"))),
                new GlrNb(new Training(52, 12, 8), Map.of(Level.WATCH, n("5"), Level.WARNING, n("10"))),
                new Bundle(
                        List.of(
                                new HistoryQuantile(new Past(36, 0, 12), Map.of(Level.WATCH, n("0.95"))),
                                new ChangeOverWindow(1, 12, Map.of(Level.WATCH, n("2")), null, n("25"), null)),
                        Map.of(Level.WARNING, 2)),
                new Joint(
                        new Threshold(Map.of(Level.WATCH, n("25"))),
                        new Joint.Other(
                                Metric.FUNDING_COVERAGE,
                                Cause.ALL,
                                Interval.STATEMENT,
                                new Pace(Map.of(Level.WATCH, n("0.5")), n("0.25"), 3, null))));
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void everyRuleReadsBackAsItWas(Detector detector) {
        Rule rule = new Rule(RULE.id(), RULE.title(), RULE.watch(), detector, RULE.firing());

        assertThat(RuleFile.read(RuleFile.write(rule))).isEqualTo(rule);
    }

    @Test
    void anAgeReadsBackAsItWas() {
        Rule rule = RuleFile.read(YAML + "atAge: 60\n");

        assertThat(rule).isEqualTo(new Rule(RULE.id(), RULE.title(), RULE.watch(), RULE.detector(), RULE.firing(), 60));
        assertThat(RuleFile.read(RuleFile.write(rule))).isEqualTo(rule);
        assertThat(RuleFile.write(RULE)).doesNotContain("atAge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 90 | month | {type: record_high, lookbacks: {watch: 12}}",
                "1.5 | 90 | month | {type: record_high, lookbacks: {watch: 12}}",
                "soon | 90 | month | {type: record_high, lookbacks: {watch: 12}}",
                "91 | 90 | month | {type: record_high, lookbacks: {watch: 12}}",
                "367 | 400 | month | {type: record_high, lookbacks: {watch: 12}}",
                "20 | 90 | statement | {type: record_high, lookbacks: {watch: 12}}",
                "20 | 90 | month | {type: threshold, levels: {watch: 12}}",
                "20 | 90 | month | {type: stale}",
            })
    void anAgeAtWhichNothingCanBeComparedIsRefused(String age, int maxAge, String interval, String detector) {
        String yaml =
                ("{id: a-rule, title: T, metric: killed, cause: conflict, interval: %s, maxAgeDays: %d, atAge: %s,"
                                + " detector: %s}")
                        .formatted(interval, maxAge, age, detector);

        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> RuleFile.read(yaml))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(InvalidRuleException.Problem::field)
                        .containsExactly("atAge"));
    }

    static Stream<Detector> detectorsOfPace() {
        return Stream.of(
                new Pace(Map.of(Level.WATCH, n("0.5")), n("0.25"), 3, n("10000000")),
                new PaceProfile(Map.of(Level.WATCH, n("0.5")), n("0.25"), 3, n("10000000")),
                new PaceLinear(Map.of(Level.WATCH, n("0.2")), n("0.25"), null),
                new Stale(Map.of(Level.WATCH, n("1.5")), n("2"), 20, 5));
    }

    @ParameterizedTest
    @MethodSource("detectorsOfPace")
    void aRuleWithoutAFloorReadsBackAsItWas(Detector detector) {
        Rule.Watch watch =
                new Rule.Watch(Metric.FUNDING_COVERAGE, null, Cause.ALL, Interval.STATEMENT, List.of(), Where.ANYWHERE);
        Rule rule = new Rule("behind-pace", "Behind pace", watch, detector, new Rule.Firing(null, 30, 90));

        assertThat(RuleFile.read(RuleFile.write(rule))).isEqualTo(rule);
    }

    @Test
    void twoSourcesThatDriftApartReadBackAsTheyWere() {
        Rule.Watch watch =
                new Rule.Watch(Metric.IDPS, Population.ALL, Cause.CONFLICT, Interval.MONTH, List.of(), Where.ANYWHERE);
        Divergence divergence = new Divergence(new Past(12, 0, 6), Map.of(Level.WATCH, n("2")));
        Rule rule = new Rule("apart", "Apart", watch, divergence, new Rule.Firing(null, 30, 90));

        assertThat(RuleFile.read(RuleFile.write(rule))).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantile | month | {type: quantile, window: 36, gap: 0, minHistory: 12, p: {watch: 0.95}}",
                "quantile | week | {type: quantile, window: 104, gap: 0, minHistory: 26, p: {watch: 0.95}}",
                "robust_z | week | {type: robust_z, window: 52, minHistory: 8, k: {watch: 3.5}, minScale: 1}",
                "negative_binomial | month | {type: negative_binomial, window: 24, gap: 1, alpha: {watch: 0.02}}",
                "negative_binomial | week | {type: negative_binomial, window: 52, gap: 2, alpha: {watch: 0.005}}",
                "ears_c1 | week | {type: ears_c1, baseline: 12, z: {watch: 3.0902}, minSigma: 1, capped: true}",
                "ears_c3 | day | {type: ears_c3, baseline: 28, h: {watch: 2}, minSigma: 1, capped: true}",
                "cusum | month | {type: cusum, training: 24, run: 12, k: 1.04, h: {watch: 2.26}}",
                "glr_nb | week | {type: glr_nb, training: 52, run: 12, h: {watch: 5}}",
                "farrington_flexible | week | {type: farrington_flexible, years: 5, halfWindow: 3, periods: 10,"
                        + " pastLeftOut: 26, perYear: 52, minYears: 3, beyond: 2.58, alpha: {watch: 0.005}}",
            })
    void aDetectorTakesTheDefaultsOfItsInterval(String type, String interval, String written) {
        String rule = "{id: k-1, title: K, metric: killed, cause: conflict, interval: %s, floor: 25, detector: %s}";

        assertThat(RuleFile.read(rule.formatted(interval, "{type: " + type + "}"))
                        .detector())
                .isEqualTo(RuleFile.read(rule.formatted(interval, written)).detector());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crises: [sdn, ukr]",
                "countries: [COL, XKX]",
                "regions: ['014', '202']",
                "everyCountry: true",
                "crises: [sdn], countries: [COL], regions: ['030']",
                "crises: [sdn], everyCountry: true",
                "cause: conflict"
            })
    void whereARuleLooksIsKeptAsItIsWritten(String where) {
        Rule rule = RuleFile.read(watching(where));

        assertThat(RuleFile.read(RuleFile.write(rule))).isEqualTo(rule);
        assertThat(RuleFile.write(rule).contains("countries")).isEqualTo(where.contains("countries"));
        assertThat(rule.watch().where().equals(Where.ANYWHERE)).isEqualTo(where.startsWith("cause"));
    }

    @Test
    void theCountriesOfARegionAreThoseInsideItEachOnce() {
        Where where = RuleFile.read(watching("regions: ['039', '145'], countries: [YEM, SDN, XKX]"))
                .watch()
                .where();

        assertThat(where.namedCountries())
                .contains("YEM", "SYR", "SDN", "XKX", "ITA")
                .doesNotContain("EGY", "IRN");
        assertThat(where.regions()).containsExactly("039", "145");
        assertThat(Where.ANYWHERE.namedCountries()).isEmpty();
        assertThat(RuleFile.read(watching("regions: ['014']")).watch().where().namedCountries())
                .contains("KEN", "SOM", "SSD", "ETH")
                .doesNotContain("SDN");
    }

    @Test
    void whateverIsWrongInWhereARuleLooksIsSaidWithItsPlace() {
        InvalidRuleException wrong = catchThrowableOfType(
                InvalidRuleException.class,
                () -> RuleFile.read(watching("countries: [SDN, SD, ZZZ, 4], regions: ['014', 015, '999', EU],"
                        + " everyCountry: true, sources: [UCDP]")));

        assertThat(wrong.problems())
                .extracting(InvalidRuleException.Problem::field)
                .containsExactlyInAnyOrder(
                        "countries[1]",
                        "countries[2]",
                        "countries[3]",
                        "regions[1]",
                        "regions[2]",
                        "regions[3]",
                        "everyCountry",
                        "sources[0]");
        assertThat(wrong).hasMessageContaining("write it in quotes").hasMessageContaining("known are [001, 002");
    }

    private static String watching(String where) {
        String cause = where.startsWith("cause") ? "" : "cause: conflict, ";
        return "{id: k-1, title: K, metric: killed, " + cause + where
                + ", interval: week, detector: {type: threshold, levels: {watch: 25}}}";
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
                "killed | conflict | week | {type: ears_c1} | floor",
                "killed | conflict | week | {type: stale, factors: {watch: 0.5}} | detector.factors",
                "killed | conflict | day | {type: quantile} | detector.window",
                "killed | conflict | quarter | {type: farrington_flexible} | detector.periods",
                "killed | conflict | week | {type: negative_binomial, fit: exact} | detector.fit",
                "killed | conflict | week | {type: negative_binomial, alpha: {watch: 0.01, warning: 0.02}} | detector.alpha",
                "killed | conflict | week | {type: ears_c1, z: 3} | detector.z",
                "killed | conflict | statement | {type: ears_c1} | interval",
                "idps | conflict | week | {type: ears_c1} | detector.type",
                "killed | conflict | week | {type: bundle, families: {watch: 2}} | detector.parts",
                "killed | conflict | week | {type: bundle, families: {watch: 1}, parts: [{type: threshold}, 3]} | detector.parts[1]",
                "killed | conflict | week | {type: bundle, families: {watch: 3}, parts: [{type: ears_c1}, {type: cusum}]} | detector.families",
                "killed | conflict | week | {type: bundle, families: {watch: 1}, parts: [{type: ears_c1, z: {}}, {type: cusum}]} | detector.parts[0].z",
                "killed | conflict | week | {type: joint, detector: {type: cusum}, with: {metric: killed, cause: all, interval: week, detector: {type: pace, shares: {watch: 0.5}}}} | detector.with.cause",
                "killed | conflict | week | {type: joint, detector: {type: cusum}, with: {metric: killed, cause: all, interval: week, detector: {type: pace, shares: {watch: 0.5}}}} | detector.with.metric",
                "killed | conflict | week | {type: joint, detector: {type: cusum}} | detector.with",
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

    @Test
    void aFloorIsInTheUnitOfTheMetricAndSoMustBeWhatIsJudged() {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> RuleFile.read("{id: a-rule, title: T, metric: killed, cause: conflict,"
                        + " interval: week, floor: 25, detector: {type: stale}}"))
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
