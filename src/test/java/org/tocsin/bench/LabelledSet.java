package org.tocsin.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.detect.Point;
import org.tocsin.figure.Period;

/** Reads the labelled series of a benchmark from its CSV files. */
final class LabelledSet {
    private final Benchmark benchmark;
    private final Map<String, List<Point>> series = new LinkedHashMap<>();
    private final List<Map<String, String>> escalations;
    private final List<Map<String, String>> quiet;

    private LabelledSet(Benchmark benchmark, Path directory) throws IOException {
        this.benchmark = benchmark;
        for (Map<String, String> row : Csv.rows(directory.resolve(benchmark.file() + ".csv"))) {
            series.computeIfAbsent(Csv.cell(row, "series"), name -> new ArrayList<>())
                    .add(point(row));
        }
        this.escalations = Csv.rows(directory.resolve(benchmark.file() + "_events.csv"));
        this.quiet = benchmark.listsQuiet() ? Csv.rows(directory.resolve(benchmark.file() + "_quiet.csv")) : List.of();
    }

    /** Every series of the benchmark, in the order of the file. */
    static List<Labelled> read(Benchmark benchmark, Path directory) throws IOException {
        LabelledSet set = new LabelledSet(benchmark, directory);
        return set.series.keySet().stream().map(set::labelled).toList();
    }

    private Point point(Map<String, String> row) {
        LocalDate first = LocalDate.parse(Csv.cell(row, "date"));
        String value = Csv.cell(row, "value");
        Period period = new Period(first, benchmark.lastDay(first));
        return new Point(period, value.isEmpty() ? null : new BigDecimal(value), null, null, true, null);
    }

    private Labelled labelled(String name) {
        List<Point> points = series.getOrDefault(name, List.of());
        int firstScored = at(points, benchmark.firstScored());
        List<Integer> onsets = new ArrayList<>();
        BitSet near = new BitSet();
        for (Map<String, String> row : of(name, escalations)) {
            int onset = at(points, LocalDate.parse(Csv.cell(row, "onset")));
            near.set(
                    Math.max(0, onset - benchmark.nearBefore()),
                    Math.min(points.size(), onset + benchmark.nearAfter() + 1));
            if (onset >= firstScored) {
                onsets.add(onset);
            }
        }
        BitSet calm = benchmark.listsQuiet() ? listed(name, points) : apart(near, points.size());
        calm.clear(0, firstScored);
        return new Labelled(name, points, firstScored, onsets, near, calm);
    }

    private BitSet listed(String name, List<Point> points) {
        BitSet calm = new BitSet();
        for (Map<String, String> row : of(name, quiet)) {
            YearMonth last = YearMonth.parse(Csv.cell(row, "to"));
            calm.set(at(points, YearMonth.parse(Csv.cell(row, "from")).atDay(1)), at(points, last.atDay(1)) + 1);
        }
        return calm;
    }

    /** All but what is near an escalation. */
    private static BitSet apart(BitSet near, int size) {
        BitSet calm = (BitSet) near.clone();
        calm.flip(0, size);
        return calm;
    }

    private static List<Map<String, String>> of(String name, List<Map<String, String>> rows) {
        return rows.stream().filter(row -> Csv.cell(row, "series").equals(name)).toList();
    }

    /** The window a day lies in; the first one for a day before it, the last one for a day after it. */
    private static int at(List<Point> points, LocalDate day) {
        int index = points.size() - 1;
        while (index > 0 && points.get(index).period().start().isAfter(day)) {
            index--;
        }
        return index;
    }
}
