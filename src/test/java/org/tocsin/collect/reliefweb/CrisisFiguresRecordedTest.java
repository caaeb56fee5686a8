package org.tocsin.collect.reliefweb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Metric;

/** The files of six countries as they were published to the end. */
final class CrisisFiguresRecordedTest {
    /** The editors typed days that are none (2021-05-34), and days before the first one counted: these are refused. */
    @ParameterizedTest
    @CsvSource({"COD, 3", "MLI, 0", "MMR, 0", "PSE, 0", "SDN, 0", "UKR, 4"})
    void everyValueOfEveryNameThatIsKnownIsReadOnce(String country, int impossible) throws Exception {
        byte[] body = Recorded.answer("reliefweb-crisis-figures/" + country + "_figures.json");

        Gathered read = Gathered.from(
                new CrisisFiguresCollectorFactory(null, null, null).build(),
                List.of(Recorded.document(
                        body, "https://example.org/countries/" + country + "/figures.json", "2024-03-01T06:00:00Z")));

        Expected expected = Expected.of(Recorded.tree(body), country);
        assertThat(read.figures).hasSize(expected.values);
        assertThat(read.figures).extracting(figure -> figure.record().id()).doesNotHaveDuplicates();
        expected.sums.forEach((metric, sum) -> assertThat(
                        read.figures(metric).stream().map(Gathered::value).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as(metric.code())
                .isEqualByComparingTo(sum));
        assertThat(expected.impossible).isEqualTo(impossible);
        assertThat(read.refusals).hasSize(expected.passedOver + expected.repeated + expected.impossible);
    }

    /** Counted by the tree of the raw file. */
    private static final class Expected {
        private final Map<Metric, BigDecimal> sums = new HashMap<>();
        private int values;
        private int passedOver;
        private int repeated;
        private int impossible;

        private static Expected of(JsonNode file, String country) {
            Expected expected = new Expected();
            for (JsonNode figure : file) {
                var meaning = FigureNames.shipped().find(figure.path("name").asText(), country);
                if (meaning.isEmpty()) {
                    expected.passedOver++;
                    continue;
                }
                Map<String, BigDecimal> byDay = new HashMap<>();
                for (JsonNode value : figure.path("values")) {
                    String day = value.path("date").asText().substring(0, 10);
                    boolean before = figure.path("name").asText().contains("since 24 Feb 2022")
                            && day.compareTo("2022-02-24") < 0;
                    if (before || day.matches(".*-3[2-9]|2021-02-29")) {
                        expected.impossible++;
                    } else if (byDay.putIfAbsent(
                                    day, new BigDecimal(value.path("value").asText()))
                            != null) {
                        expected.repeated++;
                    }
                }
                expected.values += byDay.size();
                byDay.values()
                        .forEach(value ->
                                expected.sums.merge(meaning.get().measure().metric(), value, BigDecimal::add));
            }
            return expected;
        }
    }
}
