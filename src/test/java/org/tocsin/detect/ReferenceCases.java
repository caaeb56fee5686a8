package org.tocsin.detect;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What other programs computed, where their results lie beside the project. */
final class ReferenceCases {
    static final Path PLACE =
            Path.of(System.getProperty("tocsin.shared", "../shared"), "reference/detection/reference");

    /** One run of a published method over a series. */
    record Case(String id, String method, String series, JsonNode params) {
        /** As the command line takes it. */
        ObjectNode rule() {
            ObjectNode rule = params.deepCopy();
            return rule.put("type", method.toLowerCase(Locale.ROOT));
        }

        /** One row per judged value. */
        List<Map<String, String>> expected() {
            return rows("expected/" + id + ".csv");
        }

        List<Map<String, String>> input() {
            return rows("series/" + series + ".csv");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    private ReferenceCases() {}

    static boolean areThere() {
        return Files.isDirectory(PLACE);
    }

    static void assumeThere() {
        assumeTrue(areThere(), () -> "no reference results at " + PLACE.toAbsolutePath());
    }

    static List<Case> all() {
        return rows("cases.csv").stream()
                .map(row -> new Case(
                        cell(row, "case_id"), cell(row, "method"), cell(row, "series_id"), json(cell(row, "params"))))
                .toList();
    }

    static List<Map<String, String>> rows(String csv) {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(PLACE.resolve(csv).toFile())) {
            return rows.readAll();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + csv, e);
        }
    }

    static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** NaN where the cell is empty. */
    static double number(Map<String, String> row, String column) {
        String text = cell(row, column);
        return switch (text) {
            case "", "NaN" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + text, e);
        }
    }
}
