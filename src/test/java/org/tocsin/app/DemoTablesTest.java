package org.tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.figure.Countries;

final class DemoTablesTest {
    private static final CsvMapper CSV = new CsvMapper();
    private static final Set<String> DATES =
            Set.of("start", "end", "known", "published", "as_of", "recorded_on", "since");
    private static final Set<String> QUALIFIERS =
            Set.of("exact", "at_least", "more_than", "about", "nearly", "up_to", "fewer_than", "estimated");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ucdp-killed-by-month",
                "ucdp-killed-long-periods",
                "ohchr-ukraine",
                "unhcr-myanmar-idps",
                "fts-2022",
                "reports",
                "change-statements"
            })
    void everyTableSaysWhereItComesFromAndItsDatesAndCountriesAreReal(String name) throws IOException {
        String table = "demo/" + name + ".csv";
        assertThat(text(table)).contains("# source: ", "# stated by: ", "# licence: ", "# link: ", "# note: ");
        assertThat(text(table)).doesNotContain("\r").endsWith("\n");
        for (Map<String, String> row : rows(table)) {
            row.forEach((column, value) -> {
                if (DATES.contains(column) && !value.isEmpty()) {
                    assertThat(LocalDate.parse(value)).isBetween("2010-01-01", "2025-02-08");
                }
            });
            if (row.containsKey("country")) {
                assertThat(get(row, "country")).matches(Countries::isKnown);
            }
        }
    }

    @Test
    void aConflictInGazaIsToldOnceAndNotAgainAsIsrael() throws IOException {
        Set<String> countries = column(rows("demo/ucdp-killed-by-month.csv"), "country");

        assertThat(countries).hasSizeGreaterThanOrEqualTo(25).contains("PSE", "SDN", "UKR", "MMR", "COD", "MLI");
        assertThat(countries).doesNotContain("ISR");
    }

    @ParameterizedTest
    @CsvSource({"SDN,2023,m04,1146", "PSE,2023,m10,9944", "MMR,2023,m11,512", "BGD,2017,m06,0"})
    void monthsOfKnownEscalationsAndOfQuietAreThere(String country, String year, String month, String killed)
            throws IOException {
        assertThat(rows("demo/ucdp-killed-by-month.csv"))
                .filteredOn(row -> country.equals(row.get("country")) && year.equals(row.get("year")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry(month, killed));
    }

    @Test
    void deathsDatedOnlyToAYearAreNotInTheMonthTheyAreFiledUnder() throws IOException {
        List<Map<String, String>> months = rows("demo/ucdp-killed-by-month.csv");
        List<Map<String, String>> lumps = rows("demo/ucdp-killed-long-periods.csv");

        assertThat(lumps)
                .extracting(row -> row.get("filed_under"))
                .contains("2021-01", "2022-08", "2022-02", "2023-01");
        for (Map<String, String> lump : lumps) {
            LocalDate start = date(lump, "start");
            assertThat(date(lump, "end")).isAfter(start.plusDays(31));
            assertThat(date(lump, "known")).isAfter(date(lump, "end"));
            String month = "m" + get(lump, "filed_under").substring(5);
            assertThat(months)
                    .filteredOn(row -> get(lump, "country").equals(row.get("country"))
                            && String.valueOf(start.getYear()).equals(row.get("year")))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry(month, ""));
        }
    }

    @Test
    void aRunningTollNeverFallsAndIsNotKnownBeforeItsDay() throws IOException {
        List<Map<String, String>> tolls = rows("demo/ohchr-ukraine.csv");

        assertThat(tolls.get(0)).containsEntry("as_of", "2022-02-27").containsEntry("killed", "102");
        assertThat(tolls).extracting(row -> number(row, "killed")).isSorted();
        assertThat(tolls).extracting(row -> number(row, "injured")).isSorted();
        assertThat(tolls).allSatisfy(row -> assertThat(date(row, "known")).isAfterOrEqualTo(get(row, "as_of")));
    }

    @Test
    void displacementInMyanmarIsSeenToJumpInDecember2023() throws IOException {
        assertThat(rows("demo/unhcr-myanmar-idps.csv"))
                .anySatisfy(row ->
                        assertThat(row).containsEntry("as_of", "2023-10-23").containsEntry("idps", "1659600"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("as_of", "2023-12-11")
                        .containsEntry("known", "2023-12-15")
                        .containsEntry("idps", "2269100"));
    }

    @Test
    void anAmountThatWasNotStatedIsEmptyAndNotZero() throws IOException {
        List<Map<String, String>> plans = rows("demo/fts-2022.csv");

        assertThat(column(plans, "country")).contains("UKR", "MMR", "COD", "MLI", "SDN", "PSE");
        assertThat(column(plans, "recorded_on")).hasSize(5);
        assertThat(plans)
                .filteredOn(row -> "1081".equals(row.get("plan")))
                .hasSize(5)
                .allSatisfy(
                        row -> assertThat(row).containsEntry("required", "0").containsEntry("received", ""));
        assertThat(plans).extracting(row -> row.get("received")).doesNotContain("0");
    }

    @ParameterizedTest
    @CsvSource({
        "MMR,killed,75,at_least",
        "MMR,injured,94,exact",
        "MMR,new_displacements,200000,more_than",
        "MMR,new_displacements,'',about",
        "MMR,idps,3000000,more_than",
        "MMR,people_in_need,18600000,about",
        "MMR,funding_coverage,0.333,about",
        "MLI,killed,10,exact",
        "COD,killed,3000,nearly",
        "COD,injured,2880,exact"
    })
    void everyFigureOfTheReportsIsTold(String country, String metric, String value, String qualifier)
            throws IOException {
        assertThat(rows("demo/reports.csv"))
                .filteredOn(row -> country.equals(row.get("country")) && metric.equals(row.get("metric")))
                .filteredOn(row -> value.equals(row.get("value")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("qualifier", qualifier));
    }

    @Test
    void reportsUseTheWordsOfAFigure() throws IOException {
        List<Map<String, String>> reports = rows("demo/reports.csv");

        assertThat(QUALIFIERS).containsAll(column(reports, "qualifier"));
        assertThat(Set.of("flow", "stock", "cumulative")).containsAll(column(reports, "kind"));
        assertThat(column(reports, "record")).hasSameSizeAs(reports);
        assertThat(reports).allSatisfy(row -> assertThat(date(row, "end")).isAfterOrEqualTo(get(row, "start")));
        assertThat(rows("demo/change-statements.csv"))
                .extracting(row -> row.get("cause"), row -> row.get("percent"))
                .containsExactlyInAnyOrder(tuple("conflict:airstrike", "95"), tuple("conflict:shelling", "170"));
    }

    @Test
    void theRegistryHoldsTheCurrentCrisesAndOnlyKnownCountries() throws IOException {
        Set<String> ids = new HashSet<>();
        for (JsonNode crisis : new YAMLMapper().readTree(text("crises.yml"))) {
            assertThat(ids.add(crisis.required("id").asText())).isTrue();
            assertThat(crisis.required("name").asText()).isNotBlank();
            assertThat(LocalDate.parse(crisis.required("since").asText())).isBefore("2025-02-08");
            assertThat(crisis.required("keywords")).isNotEmpty();
            assertThat(crisis.required("scope")).isNotEmpty().allSatisfy(line -> {
                assertThat(line.required("role").asText()).isIn("in", "from");
                assertThat(line.required("country").asText()).matches(Countries::isKnown);
            });
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(34).contains("ukr", "pse", "mmr", "cod", "sdn", "mli");
        assertThat(column(rows("demo/fts-2022.csv"), "country"))
                .allSatisfy(iso3 -> assertThat(ids).contains(iso3.toLowerCase(Locale.ROOT)));
    }

    @Test
    void everyUcdpCountryIsKnownAndNumberedOnce() throws IOException {
        List<Map<String, String>> numbered = rows("ucdp-countries.csv");

        assertThat(column(numbered, "iso3")).allMatch(Countries::isKnown);
        assertThat(column(numbered, "gw")).hasSameSizeAs(numbered);
        assertThat(numbered)
                .extracting(row -> row.get("gw"), row -> row.get("iso3"))
                .contains(tuple("490", "COD"), tuple("775", "MMR"), tuple("678", "YEM"));
    }

    private static List<Map<String, String>> rows(String resource) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withComments();
        try (MappingIterator<Map<String, String>> rows =
                CSV.readerForMapOf(String.class).with(schema).readValues(text(resource))) {
            return rows.readAll();
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = DemoTablesTest.class.getResourceAsStream("/" + resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
        }
    }

    private static Set<String> column(List<Map<String, String>> rows, String name) {
        return rows.stream().map(row -> get(row, name)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String get(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    private static LocalDate date(Map<String, String> row, String name) {
        return LocalDate.parse(get(row, name));
    }

    private static int number(Map<String, String> row, String name) {
        return Integer.parseInt(get(row, name));
    }
}
