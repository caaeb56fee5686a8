package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.detect.ReferenceCases.Case;
import org.tocsin.detect.method.Exceedance;
import org.tocsin.detect.method.Reference;
import org.tocsin.figure.Kind;

/** Holds the detectors of rules, judging evidence value by value, against the results of the methods they are made of. */
class DetectorsReferenceTest {
    @BeforeAll
    static void referenceIsThere() {
        ReferenceCases.assumeThere();
    }

    static boolean areThere() {
        return ReferenceCases.areThere();
    }

    static Stream<Case> cases() {
        return ReferenceCases.all().stream().filter(each -> detector(each) != null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @EnabledIf("areThere")
    void aDetectorFiresWhereTheReferenceAlarms(Case one) {
        Detector detector = detector(one);
        double[] values = one.input().stream()
                .mapToDouble(row -> ReferenceCases.number(row, "value"))
                .toArray();
        Series series = Series.flow(values);
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (Map<String, String> row : one.expected()) {
            int at = Integer.parseInt(ReferenceCases.cell(row, "t"));
            double threshold = ReferenceCases.number(row, "threshold");
            if (!ReferenceCases.cell(row, "alarm").isEmpty() && !Double.isNaN(threshold)) {
                Judgement judgement = series.upTo(at, detector.reach(Kind.FLOW)).judgedBy(detector);
                boolean alarm = ReferenceCases.cell(row, "alarm").equals("1");
                judged++;
                if (judgement.fired() != alarm || !isThreshold(one, judgement, threshold)) {
                    wrong.add("t=" + at + " " + judgement + " instead of " + row);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).isPositive();
    }

    /** The thresholds of sums are told in the unit of the value, and a whole one may be one off. */
    private static boolean isThreshold(Case one, Judgement judgement, double expected) {
        if (one.method().equals("EARS_C3")) {
            return number(judgement.statistic()) > expected == judgement.fired();
        }
        double off = Math.abs(number(judgement.threshold()) - expected);
        return off <= 1e-6 * Math.max(1, expected) || (one.method().startsWith("FARRINGTON") && off == 1);
    }

    private static double number(@Nullable BigDecimal number) {
        return number == null ? Double.NaN : number.doubleValue();
    }

    private static @Nullable Detector detector(Case one) {
        JsonNode params = one.params();
        return switch (one.method()) {
            case "EARS_C1", "EARS_C2", "EARS_C3" -> ears(one, params);
            case "QUANTILE_OF_HISTORY" ->
                floorless(params) ? new HistoryQuantile(past(params), scale(params, "p")) : null;
            case "ROBUST_Z_MAD" ->
                floorless(params)
                        ? new RobustZ(
                                past(params),
                                scale(params, "k"),
                                params.get("minScale").decimalValue(),
                                params.get("poissonFloor").booleanValue(),
                                params.get("log1p").booleanValue())
                        : null;
            case "NB_EXCEEDANCE_PREDICTIVE" ->
                new CountExceedance(past(params), scale(params, "alpha"), Exceedance.PREDICTIVE, false);
            case "NB_EXCEEDANCE_PLUGIN" ->
                new CountExceedance(past(params), scale(params, "alpha"), Exceedance.PLUG_IN, false);
            case "BAYES_NB_PREDICTIVE" -> bayes(params);
            case "FARRINGTON_FLEXIBLE" -> farrington(params);
            default -> null;
        };
    }

    private static @Nullable Detector ears(Case one, JsonNode params) {
        BigDecimal minSigma = params.get("minSigma").decimalValue();
        int baseline = params.get("baseline").intValue();
        if (minSigma.signum() == 0 || one.series().equals("syn_missing")) {
            return null;
        }
        return switch (one.method()) {
            case "EARS_C1" -> new EarsC1(baseline, scale(params, "z"), minSigma, false);
            case "EARS_C2" -> new EarsC2(baseline, scale(params, "z"), minSigma, false);
            default -> new EarsC3(baseline, scale(params, "h"), minSigma, false);
        };
    }

    private static @Nullable Detector bayes(JsonNode params) {
        int window = params.get("w").intValue();
        return params.get("b").intValue() > 0
                ? null
                : new CountExceedance(new Past(window, 0, window), scale(params, "alpha"), Exceedance.BAYES, false);
    }

    private static @Nullable Detector farrington(JsonNode params) {
        boolean same = params.get("thresholdMethod").textValue().equals("nbPlugin")
                && params.path("pThresholdTrend").intValue() == 1;
        if (!same) {
            return null;
        }
        int years = params.get("b").intValue();
        Reference reference = new Reference(
                years,
                params.get("w").intValue(),
                params.get("noPeriods").intValue(),
                params.get("pastWeeksNotIncluded").intValue());
        BigDecimal beyond = params.get("weightsThreshold").decimalValue();
        int perYear = reference.halfWindow() == 1 ? 12 : 52;
        return new FarringtonFlexible(reference, perYear, years, beyond, scale(params, "alpha"));
    }

    private static boolean floorless(JsonNode params) {
        return params.get("minValue").intValue() == 0;
    }

    private static Past past(JsonNode params) {
        return new Past(
                params.get("window").intValue(),
                params.get("gap").intValue(),
                params.get("minHistory").intValue());
    }

    private static Map<Level, BigDecimal> scale(JsonNode params, String name) {
        return Map.of(Level.WATCH, params.get(name).decimalValue());
    }
}
