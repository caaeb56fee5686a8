package org.tocsin.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tocsin.detect.Series.n;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.detect.ReferenceCases.Case;

class DetectionTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);

    private static List<Detection.Dated> weeks(@Nullable Integer... values) {
        List<Detection.Dated> series = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            series.add(new Detection.Dated(FIRST.plusWeeks(i), values[i] == null ? null : n("" + values[i])));
        }
        return series;
    }

    private static Detection.Row last(String json, @Nullable Integer... values) {
        List<Detection.Row> rows = Detection.run(json, weeks(values));
        assertThat(rows).hasSize(values.length);
        return rows.get(rows.size() - 1);
    }

    @Test
    void aPublishedMethodPrintsItsOwnStatisticAndThreshold() {
        Detection.Row row =
                last("{\"type\":\"ears_c3\",\"baseline\":3,\"minSigma\":0.5,\"h\":2}", 2, 4, 6, 2, 4, 6, 2, 11);

        assertThat(row.statistic()).isEqualTo(2.5);
        assertThat(row.threshold()).isEqualTo(2);
        assertThat(row.alarm()).isTrue();
    }

    @Test
    void theKindOfQuantileIsTakenForTheMethodThatHasKinds() {
        assertThat(last("{\"window\":3,\"p\":0.5,\"type\":7,\"minHistory\":3}", 2, 4, 6, 5)
                        .alarm())
                .isTrue();
    }

    @Test
    void theDetectorOfARulePrintsTheValueThatWouldHaveFired() {
        Detection.Row row = last(
                "{\"type\":\"ears_c3\",\"baseline\":3,\"minSigma\":0.5,\"h\":{\"watch\":2},\"capped\":false}",
                2,
                4,
                6,
                2,
                4,
                6,
                2,
                11);

        assertThat(row.statistic()).isEqualTo(2.5);
        assertThat(row.threshold()).isEqualTo(10);
        assertThat(row.alarm()).isTrue();
    }

    @Test
    void aWholeRuleKeepsItsFloor() {
        String rule = "{\"id\":\"a-rule\",\"title\":\"T\",\"metric\":\"killed\",\"cause\":\"conflict\","
                + "\"interval\":\"week\",\"floor\":%d,\"detector\":{\"type\":\"threshold\",\"levels\":{\"watch\":5}}}";

        assertThat(last(rule.formatted(5), 1, 7).alarm()).isTrue();
        assertThat(last(rule.formatted(25), 1, 7).alarm()).isFalse();
    }

    @Test
    void whatCannotBeJudgedIsLeftEmpty() {
        String change = "{\"type\":\"change\",\"current\":1,\"reference\":2,\"ratios\":{\"watch\":2}}";

        assertThat(last(change, 4, 4, null).alarm()).isNull();
        assertThat(last(change, 4).alarm()).isNull();
        assertThat(last(change, 4).statistic()).isNaN();
        assertThat(last(change, 4, 4, 8).alarm()).isTrue();
    }

    @Test
    void aStockIsHeldAgainstWhatWasSaidDaysBefore() {
        String rule = "{\"id\":\"idps-jump\",\"title\":\"T\",\"metric\":\"idps\",\"cause\":\"conflict\","
                + "\"interval\":\"statement\",\"detector\":{\"type\":\"change\",\"current\":1,\"reference\":14,"
                + "\"ratios\":{\"watch\":1.2}}}";

        assertThat(last(rule, 100, 110, 119).alarm()).isFalse();
        assertThat(last(rule, 100, 110, 120).alarm()).isTrue();
    }

    @Test
    void theDistanceOfTheDatesGivesTheDefaultsOfTheInterval() {
        Integer[] values = new Integer[27];
        java.util.Arrays.fill(values, 3);
        values[26] = 4;

        assertThat(last("{\"type\":\"quantile\"}", values).alarm()).isTrue();
        assertThat(last("{\"type\":\"quantile\"}", java.util.Arrays.copyOfRange(values, 1, 27))
                        .alarm())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"outbreak_p\",\"k\":100} | type: 'outbreak_p' is none of",
                "{\"type\":\"ears_c1\",\"baseline\":7,\"z\":3,\"sigma\":1} | sigma: is not known here",
                "{\"type\":\"ears_c1\",\"baseline\":1,\"z\":3} | baseline: is less than two values",
                "{\"type\":\"ears_c1\",\"baseline\":7,\"alpha\":0.001,\"z\":2} | z: is not the quantile of alpha",
                "{\"type\":\"cusum\",\"range\":[5],\"h\":2} | range: is not a list of two numbers",
                "{\"type\":\"cusum\",\"range\":[9,5],\"h\":2} | range: is not first and last value",
                "{\"type\":\"cusum\",\"h\":2,\"trans\":\"log\"} | trans: 'log' is none of",
                "{\"type\":\"glr_nb\",\"c.ARL\":5,\"alpha\":0.5} | alpha: above 0 is only for a mean that is given",
                "{\"type\":\"robust_z_mad\",\"k\":\"high\"} | k: is not a number",
                "{\"type\":\"ears_c1\",\"z\":{\"loud\":3}} | z.loud: is not known here",
                "{\"type\":\"stale\"} | type: 'stale' looks at more",
                "{\"baseline\":7} | type: is missing",
                "{\"type\":\"cusum\" | is not JSON",
                "[1] | a rule is a JSON object",
            })
    void whatIsWrongIsNamed(String json, String message) {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> Detection.run(json, weeks(1, 2, 3)))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"threshold", "ears_c1", "nb_exceedance_plugin", "bayes_nb_predictive"})
    void ofNothingNothingIsSaid(String type) {
        String json = type.equals("threshold")
                ? "{\"type\":\"threshold\",\"levels\":{\"watch\":1}}"
                : "{\"type\":\"" + type + "\",\"alpha\":0.01}";

        assertThat(Detection.run(json, List.of())).isEmpty();
    }

    static boolean areThere() {
        return ReferenceCases.areThere();
    }

    static Stream<Case> cases() {
        return PublishedMethodsReferenceTest.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @EnabledIf("areThere")
    void theParametersOfTheReferenceAreTakenAsTheyStand(Case one) {
        List<Detection.Dated> series = new ArrayList<>();
        for (Map<String, String> row : one.input()) {
            String value = ReferenceCases.cell(row, "value");
            LocalDate date = LocalDate.parse(ReferenceCases.cell(row, "date"));
            series.add(new Detection.Dated(date, value.isEmpty() ? null : n(value)));
        }
        Map<Integer, Map<String, String>> expected = new HashMap<>();
        one.expected().forEach(row -> expected.put(Integer.valueOf(ReferenceCases.cell(row, "t")), row));

        List<Detection.Row> rows = Detection.run(one.rule().toString(), series);

        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = expected.getOrDefault(i + 1, Map.of());
            Detection.Row actual = rows.get(i);
            String alarm = ReferenceCases.cell(row, "alarm");
            assertThat(actual.alarm())
                    .as(one + " t=" + (i + 1))
                    .isEqualTo(alarm.isEmpty() ? null : Boolean.valueOf(alarm.equals("1")));
            assertThat(Double.isNaN(actual.threshold()))
                    .as(one + " t=" + (i + 1))
                    .isEqualTo(ReferenceCases.cell(row, "threshold").isEmpty());
        }
    }
}
