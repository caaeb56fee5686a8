package org.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.figure.Figures;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Redistribution;

class ComparisonIT {
    private static final String KILLED = "/api/v1/crises/sdn/comparison?metric=killed";
    private static House house;

    @BeforeAll
    static void aQuietMonthAndABusyOne() throws Exception {
        house = new House(true);
        house.source("ucdp", Redistribution.ROWS);
        house.itIs("2024-03-10T08:00:00Z");
        house.take(
                "two months",
                Figures.killed(100).record("a").on(LocalDate.of(2024, 1, 10)).figure(),
                Figures.killed(174).record("b").on(LocalDate.of(2024, 2, 10)).figure(),
                Figures.killed(21)
                        .record("c")
                        .over(LocalDate.of(2024, 1, 30), LocalDate.of(2024, 2, 5))
                        .figure(),
                Figures.stock(Metric.IDPS, 500)
                        .record("d")
                        .on(LocalDate.of(2024, 1, 31))
                        .figure(),
                Figures.stock(Metric.IDPS, 650)
                        .record("e")
                        .on(LocalDate.of(2024, 2, 20))
                        .figure());
        house.itIs("2024-04-10T08:00:00Z");
        house.take(
                "more",
                Figures.killed(10).record("f").on(LocalDate.of(2024, 2, 11)).figure());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void twoSpansOfAFlowAreAddedUpAndHeldAgainstEachOther() throws Exception {
        JsonNode answer = json(KILLED + "&span=2024-02-01..2024-02-29&against=2024-01-01..2024-01-31");

        assertThat(answer.at("/span/value").asInt()).isEqualTo(174 + 15 + 10);
        assertThat(answer.at("/against/value").asInt()).isEqualTo(100 + 6);
        assertThat(answer.at("/difference").asInt()).isEqualTo(93);
        assertThat(answer.at("/percent").asDouble()).isEqualTo(87.7);
        assertThat(answer.at("/percentByDay").asDouble()).isEqualTo(100.7);
        assertThat(answer.at("/line/source").asText()).isEqualTo("ucdp");
        assertThat(answer.at("/source/licence").asText()).isEqualTo("CC BY 4.0");
    }

    @Test
    void whatReportsSayOfAboutTheSameDaysStandsBesideIt() throws Exception {
        house.tellChange(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 2));
        house.tellChange(LocalDate.of(2023, 4, 15), LocalDate.of(2024, 3, 2));
        String question = KILLED + "&span=2024-02-01..2024-02-29&against=2024-01-01..2024-01-31";

        JsonNode answer = json(question);

        assertThat(answer.at("/changes")).hasSize(1);
        assertThat(answer.at("/changes/0/percent").asInt()).isEqualTo(95);
        assertThat(answer.at("/changes/0/population").asText()).isEqualTo("civilians");
        assertThat(answer.at("/percent").asDouble()).isEqualTo(87.7);
        assertThat(json(question + "&asOf=2024-03-31").at("/changes")).isEmpty();
    }

    @Test
    void itCanBeAskedForAsItWasKnown() throws Exception {
        JsonNode answer = json(KILLED + "&span=2024-02-01..2024-02-29&against=2024-01-01..2024-01-31&asOf=2024-03-31");

        assertThat(answer.at("/span/value").asInt()).isEqualTo(174 + 15);
    }

    @Test
    void aStockIsReadAtTheEndOfEachSpan() throws Exception {
        JsonNode answer = json(
                "/api/v1/crises/sdn/comparison?metric=idps&span=2024-02-01..2024-02-29&against=2024-01-01..2024-01-31");

        assertThat(answer.at("/difference").asInt()).isEqualTo(150);
        assertThat(answer.at("/percent").asInt()).isEqualTo(30);
        assertThat(answer.at("/percentByDay").isNull()).isTrue();
    }

    @Test
    void whatIsUnknownIsComparedWithNothing() throws Exception {
        JsonNode answer = json(KILLED + "&span=2024-02-01..2024-02-29&against=2022-01-01..2022-12-31");

        assertThat(answer.at("/against/value").isNull()).isTrue();
        assertThat(answer.at("/percent").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metric=killed&span=2024-02-01..2024-02-29                                                 | against
            metric=killed&against=2024-02-01..2024-02-29                                              | span
            metric=killed&span=2024-02&against=2024-01-01..2024-01-31                                 | span
            metric=killed&span=2024-02-09..2024-02-01&against=2024-01-01..2024-01-31                  | span
            span=2024-02-01..2024-02-29&against=2024-01-01..2024-01-31                                | metric
            metric=funding_gap&span=2024-02-01..2024-02-29&against=2023-01-01..2023-01-31             | against
            metric=killed&span=2024-02-01..2024-02-29&against=2024-01-01..2024-01-31&interval=day     | interval
            """)
    void aWrongQuestionNamesItsParameter(String question, String field) throws Exception {
        assertThat(house.get("/api/v1/crises/sdn/comparison?" + question).body())
                .contains("\"field\":\"" + field);
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(house.get(path).body());
    }
}
