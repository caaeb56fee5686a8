package org.tocsin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What was measured of one workload, round by round, and the line of the table it makes. */
final class Rounds {
    static final String HEAD = String.format(
            Locale.ROOT,
            "%-9s %10s %12s %12s   %-26s %-27s %9s %10s %10s",
            "figures",
            "rows",
            "COPY rows/s",
            "merge rows/s",
            "merge / COPY (aim >= 0.50)",
            "again / first (aim >= 1.00)",
            "heap, MB",
            "VmHWM, MB",
            "server, MB");

    /** Seconds of one round: the bare COPY, the merge of the same rows, and the merge of the same rows again. */
    record Round(double copy, double merge, double again) {
        double mergeToCopy() {
            return copy / merge;
        }

        double againToFirst() {
            return merge / again;
        }
    }

    private final Workload workload;
    private final Memory memory;
    private final List<Round> rounds = new ArrayList<>();

    Rounds(Workload workload, Memory memory) {
        this.workload = workload;
        this.memory = memory;
    }

    void add(Round round) {
        rounds.add(round);
    }

    String line() {
        int rows = workload.size();
        return String.format(
                Locale.ROOT,
                "%-9s %10d %12.0f %12.0f   %-26s %-27s %9s %10s %10s",
                workload.name(),
                rows,
                rows / at(0.5, Round::copy),
                rows / at(0.5, Round::merge),
                spread(Round::mergeToCopy),
                spread(Round::againToFirst),
                told(memory.heapPeak()),
                told(memory.ownPeak()),
                told(memory.serverPeak()));
    }

    private static String told(long bytes) {
        return bytes == 0 ? "?" : Long.toString(bytes >> 20);
    }

    private String spread(ToDoubleFunction<Round> measure) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", at(0.5, measure), at(0, measure), at(1, measure));
    }

    private double at(double quantile, ToDoubleFunction<Round> measure) {
        double[] sorted = rounds.stream().mapToDouble(measure).sorted().toArray();
        double place = quantile * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
