package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.detect.ReferenceCases.Case;
import org.tocsin.detect.method.Method;
import org.tocsin.detect.method.Result;

/** Holds every method against what R's packages computed: each column of each row of each case. */
class PublishedMethodsReferenceTest {
    private static final Set<String> LEFT_OUT = Set.of("FARRINGTON_1996", "OUTBREAK_P", "BREAKPOINTS_MEAN_SHIFT");
    private static final Set<String> NOT_COMPARED =
            Set.of("t", "date", "value", "surveillance_upperbound", "surveillance_alarm");
    private static final int EXPECTED_CASES = 87;

    @BeforeAll
    static void referenceIsThere() {
        ReferenceCases.assumeThere();
    }

    static boolean areThere() {
        return ReferenceCases.areThere();
    }

    static Stream<Case> cases() {
        return ReferenceCases.all().stream().filter(each -> !LEFT_OUT.contains(each.method()));
    }

    @Test
    void noCaseIsLeftOutUnnoticed() {
        assertThat(cases()).hasSize(EXPECTED_CASES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @EnabledIf("areThere")
    void everyColumnIsThatOfTheReference(Case one) {
        double[] values = one.input().stream()
                .mapToDouble(row -> ReferenceCases.number(row, "value"))
                .toArray();
        Result result = method(one).run(values, perYear(one.series()));
        List<String> wrong = new ArrayList<>();
        for (Map<String, String> row : one.expected()) {
            compare(one, row, result, wrong);
        }
        assertThat(wrong).isEmpty();
        assertThat(one.expected()).isNotEmpty();
    }

    private static void compare(Case one, Map<String, String> row, Result result, List<String> wrong) {
        int at = Integer.parseInt(ReferenceCases.cell(row, "t")) - 1;
        if (isOnAStep(one, row, result, at)) {
            return;
        }
        for (String column : row.keySet()) {
            if (!NOT_COMPARED.contains(column)) {
                double expected = ReferenceCases.number(row, column);
                double actual = result.at(at, column);
                if (!isClose(one, column, expected, actual)) {
                    wrong.add("t=" + (at + 1) + " " + column + ": " + actual + " instead of " + expected);
                }
            }
        }
    }

    /** Where the tail lies on the asked probability to within what R's fit is exact to, a whole threshold may be one off. */
    private static boolean isOnAStep(Case one, Map<String, String> row, Result result, int at) {
        double threshold = ReferenceCases.number(row, "threshold");
        return one.method().startsWith("FARRINGTON")
                && threshold == Math.rint(threshold)
                && Math.abs(result.at(at, "threshold") - threshold) == 1
                && result.at(at, "alarm") == ReferenceCases.number(row, "alarm")
                && isClose(one, "phi", ReferenceCases.number(row, "phi"), result.at(at, "phi"));
    }

    private static boolean isClose(Case one, String column, double expected, double actual) {
        if (Double.isNaN(expected) || Double.isInfinite(expected) || column.equals("alarm")) {
            return Double.compare(expected, actual) == 0;
        }
        double tolerance = one.method().startsWith("FARRINGTON") ? 5e-4 : 1e-6;
        return Math.abs(actual - expected) <= tolerance * Math.max(1e-3, Math.abs(expected));
    }

    private static int perYear(String series) {
        return ReferenceCases.rows("series.csv").stream()
                .filter(row -> ReferenceCases.cell(row, "series_id").equals(series))
                .mapToInt(row -> Integer.parseInt(ReferenceCases.cell(row, "periods_per_year")))
                .findFirst()
                .orElseThrow();
    }

    private static Method method(Case one) {
        List<InvalidRuleException.Problem> problems = new ArrayList<>();
        Fields fields = new Fields(one.rule(), "", problems);
        fields.text("type");
        Method method = PublishedMethods.read(one.rule().get("type").textValue(), fields);
        assertThat(problems).isEmpty();
        return method;
    }
}
