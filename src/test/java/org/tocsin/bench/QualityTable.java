package org.tocsin.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The lines the quality program prints. */
final class QualityTable {
    static final String HEAD = String.format(
            Locale.ROOT,
            "%-34s %6s %8s %7s %6s %7s %9s %9s %10s %6s",
            "detector",
            "floor",
            "at once",
            "recall",
            "delay",
            "alarms",
            "quiet ep.",
            "episodes",
            "precision",
            "f1");

    private QualityTable() {}

    static String line(String name, String floor, Tally tally) {
        return line(
                name,
                floor,
                new double[] {tally.recallAtOnce(), tally.recall(), tally.delay(), tally.quietAlarms()},
                new double[] {tally.quietEpisodes(), tally.episodes(), tally.precision(), tally.f1()});
    }

    static String line(OutsideRow row) {
        return line(
                row.detector(),
                Integer.toString(row.floor()),
                new double[] {
                    row.recallAtOnce(), row.recall(), row.delay(), row.quiet().alarms()
                },
                new double[] {
                    row.quiet().episodes(),
                    row.episodes().count(),
                    row.episodes().precision(),
                    row.episodes().f1()
                });
    }

    private static String line(String name, String floor, double[] left, double[] right) {
        return String.format(
                        Locale.ROOT,
                        "%-34s %6s %8.3f %7.3f %6.2f %7.3f %9.3f %9.0f %10.3f %6.3f",
                        name,
                        floor,
                        left[0],
                        left[1],
                        left[2],
                        left[3],
                        right[0],
                        right[1],
                        right[2],
                        right[3])
                .replace("NaN", " NA");
    }

    /** Recall, quiet episodes and precision of several outcomes: median and where nine in ten lie. */
    static String spread(List<Tally> outcomes) {
        return "recall " + spread(outcomes, Tally::recall) + ", quiet episodes "
                + spread(outcomes, Tally::quietEpisodes) + ", precision " + spread(outcomes, Tally::precision);
    }

    private static String spread(List<Tally> outcomes, ToDoubleFunction<Tally> measure) {
        double[] sorted = outcomes.stream().mapToDouble(measure).sorted().toArray();
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", at(sorted, 0.5), at(sorted, 0.05), at(sorted, 0.95));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
