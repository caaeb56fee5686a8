package org.tocsin.collect.unhcr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.collect.Collector;
import org.tocsin.collect.Document;
import org.tocsin.collect.Gathered;
import org.tocsin.collect.Recorded;
import org.tocsin.figure.Figure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;

/** Recorded answers of UNHCR's population API, where they are at hand. */
final class UnhcrRecordedTest {
    private static final String FOLDER = "unhcr-population/";
    private static final String NOW = "2026-11-22T06:00:00Z";

    private final Collector unhcr = new UnhcrCollectorFactory(null, null, null, null, null).build();

    @Test
    void everyPairOfSixCrisesIsReadAndNobodyIsLostOrCountedTwice() throws Exception {
        List<Document> pages = new ArrayList<>();
        Map<String, Long> expected = new TreeMap<>();
        for (int page = 1; page <= 5; page++) {
            byte[] body = Recorded.answer(
                    FOLDER + "reconstructed/population_6crises_2024-2025_coa_all_page" + page + "of5.json");
            pages.add(document(body));
            Recorded.tree(body).path("items").forEach(pair -> count(pair, expected));
        }

        Gathered read = Gathered.from(unhcr, pages);

        assertThat(read.refusals).isEmpty();
        assertThat(found(read)).isEqualTo(expected);
        assertThat(read.figures).extracting(Figure::record).doesNotHaveDuplicates();
        assertThat(read.figures(Metric.IDPS)).hasSize(10);
        assertThat(read.extents).hasSize(1);
    }

    @Test
    void oneQuestionInTwoReleasesIsTheSameRecordsWithOtherNumbers() throws Exception {
        byte[] early = Recorded.answer(FOLDER + "reconstructed/population_UKR_2022_vintage-2023-10-25_page1of1.json");

        Gathered read = Gathered.from(unhcr, List.of(document(early)));

        assertThat(read.refusals).isEmpty();
        assertThat(read.sum(Metric.REFUGEES)).isEqualTo(5_679_880);
        assertThat(read.figures)
                .filteredOn(figure -> figure.metric() != Metric.RETURNS)
                .extracting(figure -> figure.statement().period())
                .containsOnly(Period.day(java.time.LocalDate.parse("2022-12-31")));
    }

    @Test
    void anAnswerSummedOverOneSideIsRefusedForItHoldsThePairsAgain() throws Exception {
        for (String file : List.of("population-egypt-2023.json", "population-syria-origin-2023.json")) {
            Gathered read = Gathered.from(unhcr, List.of(document(Recorded.answer(FOLDER + file))));

            assertThat(read.figures).isEmpty();
            assertThat(read.refusals)
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.field()).isIn("coo", "coa"));
        }
    }

    /** Sums by year, origin and column, counted from the bytes alone. */
    private static void count(JsonNode pair, Map<String, Long> sums) {
        for (Cell cell : Cell.values()) {
            long people = pair.path(cell.field()).asLong(0);
            if (people > 0) {
                sums.merge(
                        pair.path("year").asInt() + " " + pair.path("coo_iso").asText() + " " + cell,
                        people,
                        Long::sum);
            }
        }
    }

    private static Map<String, Long> found(Gathered read) {
        Map<String, Long> sums = new TreeMap<>();
        for (Figure figure : read.figures) {
            long people = Gathered.value(figure).longValueExact();
            boolean ofOthers = figure.metric().crossesBorder();
            String from = ofOthers
                    ? figure.series().origin()
                    : figure.series().place().country();
            if (people > 0) {
                sums.merge(
                        figure.statement().period().end().getYear() + " " + from + " " + column(figure),
                        people,
                        Long::sum);
            }
        }
        return sums;
    }

    private static String column(Figure figure) {
        boolean refugees = figure.series().line().population() == Population.REFUGEES;
        return switch (figure.metric()) {
            case RETURNS -> refugees ? "RETURNED_REFUGEES" : "RETURNED_IDPS";
            case OTHERS_NEEDING_PROTECTION -> "OIP";
            default -> figure.metric().name();
        };
    }

    private static Document document(byte[] body) {
        return Recorded.document(body, "https://example.org/population/?cf_type=ISO", NOW);
    }
}
