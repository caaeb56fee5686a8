package org.tocsin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What another implementation reached on a benchmark, as its table says. */
record OutsideRow(
        String detector, int floor, double recallAtOnce, double recall, double delay, Quiet quiet, Episodes episodes) {
    private static final List<String> TABLES = List.of("baseline_quality.csv", "composite_quality.csv");

    /** Alarms and episodes in quiet windows, per year of a series. */
    record Quiet(double alarms, double episodes) {}

    /** All of them, and the share that is near an escalation. */
    record Episodes(int count, double precision, double f1) {}

    static List<OutsideRow> read(Benchmark benchmark, Path directory) throws IOException {
        List<OutsideRow> rows = new ArrayList<>();
        for (String table : TABLES) {
            Csv.rows(directory.resolve(table)).stream()
                    .filter(row -> Csv.cell(row, "benchmark").equals(benchmark.file()))
                    .map(OutsideRow::of)
                    .forEach(rows::add);
        }
        return rows;
    }

    private static OutsideRow of(Map<String, String> row) {
        return new OutsideRow(
                Csv.cell(row, "detector"),
                Integer.parseInt(Csv.cell(row, "floor")),
                number(row, "recall_same_period"),
                number(row, "recall_in_window"),
                number(row, "mean_delay"),
                new Quiet(number(row, "quiet_alarms_per_series_year"), number(row, "quiet_episodes_per_series_year")),
                new Episodes(
                        Integer.parseInt(Csv.cell(row, "episodes")),
                        number(row, "precision_lower_bound"),
                        number(row, "f1")));
    }

    /** By F1, the unknown last. */
    double order() {
        return Double.isNaN(episodes.f1()) ? -1 : episodes.f1();
    }

    private static double number(Map<String, String> row, String column) {
        String cell = Csv.cell(row, column);
        return cell.isEmpty() || cell.equals("NA") ? Double.NaN : Double.parseDouble(cell);
    }
}
