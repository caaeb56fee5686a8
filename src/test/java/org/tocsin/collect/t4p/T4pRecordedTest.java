package org.tocsin.collect.t4p;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Figure;

/** Files as they were published, summed by other means. */
final class T4pRecordedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "killed_cum",
                "injured_cum",
                "killed_children_cum",
                "killed_women_cum",
                "med_killed_cum",
                "press_killed_cum",
                "civdef_killed_cum"
            })
    void everyTotalThatSomebodyReportedInGazaIsRead(String field) throws Exception {
        long sum = 0;
        long days = 0;
        for (JsonNode day : Recorded.tree(Recorded.answer("t4p/casualties_daily.json"))) {
            if (!day.path("report_source").asText().equals("missing") && day.has(field)) {
                sum += day.path(field).asLong();
                days++;
            }
        }

        List<Figure> told = read("casualties_daily.json").figures.stream()
                .filter(figure -> figure.record().part().equals(field))
                .toList();

        assertThat(told).hasSize((int) days).isNotEmpty();
        assertThat(told.stream().mapToLong(T4pRecordedTest::count).sum()).isEqualTo(sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"killed_cum", "injured_cum", "settler_attacks_cum", "displaced_households_cum"})
    void everyFlashUpdateOnTheWestBankIsRead(String field) throws Exception {
        long sum = 0;
        for (JsonNode day : Recorded.tree(Recorded.answer("t4p/west_bank_daily.json"))) {
            sum += day.path("flash_source").asText().equals("un")
                    ? day.path(field).asLong()
                    : 0;
        }

        assertThat(read("west_bank_daily.json").figures.stream()
                        .filter(figure -> figure.record().part().equals(field))
                        .mapToLong(T4pRecordedTest::count)
                        .sum())
                .isEqualTo(sum)
                .isPositive();
    }

    @Test
    void whatWasVerifiedIsReadWhole() throws Exception {
        long sum = 0;
        for (JsonNode day : Recorded.tree(Recorded.answer("t4p/west_bank_daily.json"))) {
            sum += day.path("verified").path("killed_cum").asLong();
        }

        assertThat(read("west_bank_daily.json").figures.stream()
                        .filter(figure -> figure.record().part().equals("verified killed_cum"))
                        .mapToLong(T4pRecordedTest::count)
                        .sum())
                .isEqualTo(sum)
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"casualties_daily.json", "west_bank_daily.json"})
    void nothingIsRefusedAndNoRecordIsThereTwice(String file) throws Exception {
        Gathered read = read(file);

        assertThat(read.refusals).isEmpty();
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
    }

    private static long count(Figure figure) {
        return Gathered.value(figure).longValueExact();
    }

    private static Gathered read(String file) throws Exception {
        return Gathered.from(
                new T4pCollectorFactory(null, null, null).build(),
                List.of(Recorded.document(
                        Recorded.answer("t4p/" + file),
                        "https://data.techforpalestine.org/api/v2/" + file,
                        "2026-08-23T06:00:00Z")));
    }
}
