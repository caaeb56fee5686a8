package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds the detectors against what other programs computed, where their results lie beside the project. */
class ReferenceTest {
    private static final Path REFERENCE =
            Path.of(System.getProperty("tocsin.shared", "../shared"), "reference/detection/reference");
    private static final double TOLERANCE = 1e-6;
    private static final Map<String, Level> LEVELS = Map.of("1", Level.WATCH, "2", Level.WARNING);

    @BeforeEach
    void referenceIsThere() {
        assumeTrue(Files.isDirectory(REFERENCE), () -> "no reference results at " + REFERENCE.toAbsolutePath());
    }

    @Test
    void changesOverWindowsAreThoseOfTheReference() throws IOException {
        List<Map<String, String>> cases = cases("WINDOW_CHANGE");
        assertThat(cases).isNotEmpty();
        for (Map<String, String> one : cases) {
            JsonNode params = params(one);
            ChangeOverWindow detector = new ChangeOverWindow(
                    params.get("current").intValue(),
                    params.get("reference").intValue(),
                    Map.of(Level.WATCH, params.get("ratio").decimalValue()),
                    params.get("minAbsolute").decimalValue(),
                    params.get("minCurrent").decimalValue(),
                    params.get("minReference").decimalValue());
            List<Point> points = points(one);
            rows(REFERENCE.resolve("expected/" + cell(one, "case_id") + ".csv")).stream()
                    .filter(row -> !cell(row, "alarm").isEmpty())
                    .forEach(row -> matchesChange(cell(one, "case_id"), row, judge(detector, points, row)));
        }
    }

    private static void matchesChange(String id, Map<String, String> row, Judgement judgement) {
        String at = id + " t=" + cell(row, "t");
        assertThat(judgement.fired()).as(at).isEqualTo(cell(row, "alarm").equals("1"));
        assertThat(number(judgement.value())).as(at).isCloseTo(number(row, "current_sum"), relative());
        Judgement.Comparison comparison = Objects.requireNonNull(judgement.comparison(), at);
        assertThat(number(comparison.value())).as(at).isCloseTo(number(row, "reference_scaled"), relative());
        if (List.of("", "Inf", "NaN").contains(cell(row, "statistic"))) {
            assertThat(judgement.statistic()).as(at).isNull();
        } else {
            assertThat(number(judgement.statistic())).as(at).isCloseTo(number(row, "statistic"), relative());
        }
    }

    @Test
    void recordHighsAreThoseThatHdxSignalsPublishes() throws IOException {
        List<Map<String, String>> cases = cases("HDX_SIGNALS_DAILY");
        assertThat(cases).isNotEmpty();
        for (Map<String, String> one : cases) {
            JsonNode params = params(one);
            Map<Level, Integer> lookbacks = Map.of(
                    Level.WATCH, params.get("window1").intValue(),
                    Level.WARNING, params.get("window2").intValue());
            RecordHigh detector = new RecordHigh(params.get("sumDays").intValue(), lookbacks, null, false);
            Rule rule = Series.rule(detector, params.get("minValue").intValue());
            List<Point> points = points(one);
            for (Map<String, String> row : rows(REFERENCE.resolve("expected/" + cell(one, "case_id") + ".csv"))) {
                matchesRecord(cell(one, "case_id"), row, rule.judge(evidence(detector, points, row)));
            }
        }
    }

    private static void matchesRecord(String id, Map<String, String> row, Judgement judgement) {
        String at = id + " t=" + cell(row, "t");
        Level expected = LEVELS.get(cell(row, "level"));
        assertThat(judgement.level()).as(at).isEqualTo(expected);
        if (!cell(row, "statistic").isEmpty()) {
            assertThat(number(judgement.value())).as(at).isCloseTo(number(row, "statistic"), relative());
        }
        if (!cell(row, "threshold_1y").isEmpty() && judgement.level() != Level.WARNING) {
            double highest = Math.max(number(judgement.threshold()), number(judgement.value()));
            assertThat(highest).as(at).isCloseTo(number(row, "threshold_1y"), relative());
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

    private static List<Map<String, String>> cases(String method) throws IOException {
        return rows(REFERENCE.resolve("cases.csv")).stream()
                .filter(row -> cell(row, "method").equals(method))
                .toList();
    }

    private static JsonNode params(Map<String, String> one) throws IOException {
        return new ObjectMapper().readTree(cell(one, "params"));
    }

    private static List<Point> points(Map<String, String> one) throws IOException {
        List<Point> points = new ArrayList<>();
        for (Map<String, String> row : rows(REFERENCE.resolve("series/" + cell(one, "series_id") + ".csv"))) {
            String value = cell(row, "value");
            points.add(
                    Series.point(LocalDate.parse(cell(row, "date")), value.isEmpty() ? null : new BigDecimal(value)));
        }
        return points;
    }

    private static List<Map<String, String>> rows(Path csv) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv.toFile())) {
            return rows.readAll();
        }
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(cell(row, column));
    }

    private static double number(@Nullable BigDecimal number) {
        return Objects.requireNonNull(number).doubleValue();
    }

    private static Percentage relative() {
        return Percentage.withPercentage(TOLERANCE * 100);
    }
}
