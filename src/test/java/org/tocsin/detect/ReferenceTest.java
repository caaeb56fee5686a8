package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detect.ReferenceCases.cell;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.detect.ReferenceCases.Case;

/** Holds the detectors against what other programs computed, where their results lie beside the project. */
class ReferenceTest {
    private static final double TOLERANCE = 1e-6;
    private static final Map<String, Level> LEVELS = Map.of("1", Level.WATCH, "2", Level.WARNING);

    @BeforeEach
    void referenceIsThere() {
        ReferenceCases.assumeThere();
    }

    @Test
    void changesOverWindowsAreThoseOfTheReference() {
        List<Case> cases = cases("WINDOW_CHANGE");
        assertThat(cases).isNotEmpty();
        for (Case one : cases) {
            JsonNode params = one.params();
            ChangeOverWindow detector = new ChangeOverWindow(
                    params.get("current").intValue(),
                    params.get("reference").intValue(),
                    Map.of(Level.WATCH, params.get("ratio").decimalValue()),
                    params.get("minAbsolute").decimalValue(),
                    params.get("minCurrent").decimalValue(),
                    params.get("minReference").decimalValue());
            List<Point> points = points(one);
            one.expected().stream()
                    .filter(row -> !cell(row, "alarm").isEmpty())
                    .forEach(row -> matchesChange(one.id(), row, judge(detector, points, row)));
        }
    }

    private static void matchesChange(String id, Map<String, String> row, Judgement judgement) {
        String at = id + " t=" + cell(row, "t");
        assertThat(judgement.fired()).as(at).isEqualTo(cell(row, "alarm").equals("1"));
        assertThat(number(judgement.value())).as(at).isCloseTo(ReferenceCases.number(row, "current_sum"), relative());
        Judgement.Comparison comparison = Objects.requireNonNull(judgement.comparison(), at);
        assertThat(number(comparison.value()))
                .as(at)
                .isCloseTo(ReferenceCases.number(row, "reference_scaled"), relative());
        if (List.of("", "Inf", "NaN").contains(cell(row, "statistic"))) {
            assertThat(judgement.statistic()).as(at).isNull();
        } else {
            assertThat(number(judgement.statistic()))
                    .as(at)
                    .isCloseTo(ReferenceCases.number(row, "statistic"), relative());
        }
    }

    @Test
    void recordHighsAreThoseThatHdxSignalsPublishes() {
        List<Case> cases = cases("HDX_SIGNALS_DAILY");
        assertThat(cases).isNotEmpty();
        for (Case one : cases) {
            JsonNode params = one.params();
            Map<Level, Integer> lookbacks = Map.of(
                    Level.WATCH, params.get("window1").intValue(),
                    Level.WARNING, params.get("window2").intValue());
            RecordHigh detector = new RecordHigh(params.get("sumDays").intValue(), lookbacks, null, false);
            Rule rule = Series.rule(detector, params.get("minValue").intValue());
            List<Point> points = points(one);
            for (Map<String, String> row : one.expected()) {
                matchesRecord(one.id(), row, rule.judge(evidence(detector, points, row)));
            }
        }
    }

    private static void matchesRecord(String id, Map<String, String> row, Judgement judgement) {
        String at = id + " t=" + cell(row, "t");
        Level expected = LEVELS.get(cell(row, "level"));
        assertThat(judgement.level()).as(at).isEqualTo(expected);
        if (!cell(row, "statistic").isEmpty()) {
            assertThat(number(judgement.value())).as(at).isCloseTo(ReferenceCases.number(row, "statistic"), relative());
        }
        if (!cell(row, "threshold_1y").isEmpty() && judgement.level() != Level.WARNING) {
            double highest = Math.max(number(judgement.threshold()), number(judgement.value()));
            assertThat(highest).as(at).isCloseTo(ReferenceCases.number(row, "threshold_1y"), relative());
        }
    }

    private static Judgement judge(Detector detector, List<Point> points, Map<String, String> row) {
        return detector.judge(evidence(detector, points, row));
    }

    /** Only as much history as the detector says it needs. */
    private static Evidence evidence(Detector detector, List<Point> points, Map<String, String> row) {
        int end = Integer.parseInt(cell(row, "t"));
        Series killed = Series.killed(0);
        int start = Math.max(0, end - 1 - detector.reach(killed.line().measure().kind()));
        return new Series(killed.line(), Interval.DAY, killed.change(), points.subList(start, end), null, 0).evidence();
    }

    private static List<Case> cases(String method) {
        return ReferenceCases.all().stream()
                .filter(each -> each.method().equals(method))
                .toList();
    }

    private static List<Point> points(Case one) {
        List<Point> points = new ArrayList<>();
        for (Map<String, String> row : one.input()) {
            String value = cell(row, "value");
            points.add(
                    Series.point(LocalDate.parse(cell(row, "date")), value.isEmpty() ? null : new BigDecimal(value)));
        }
        return points;
    }

    private static double number(@Nullable BigDecimal number) {
        return Objects.requireNonNull(number).doubleValue();
    }

    private static Percentage relative() {
        return Percentage.withPercentage(TOLERANCE * 100);
    }
}
