package org.tocsin.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Nanoseconds of requests, round by round. */
final class Latencies {
    private final List<long[]> rounds = new ArrayList<>();

    void add(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        rounds.add(sorted);
    }

    int rounds() {
        return rounds.size();
    }

    int count() {
        return rounds.stream().mapToInt(each -> each.length).sum();
    }

    /** Over all rounds, in milliseconds. */
    double millis(double quantile) {
        long[] all = rounds.stream().flatMapToLong(LongStream::of).sorted().toArray();
        return at(all, quantile) / 1e6;
    }

    /** The p99 of each round over that of the same round elsewhere, sorted. */
    double[] p99Over(Latencies other) {
        double[] ratios = new double[rounds.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) at(rounds.get(i), 0.99) / at(other.rounds.get(i), 0.99);
        }
        Arrays.sort(ratios);
        return ratios;
    }

    private static long at(long[] sorted, double quantile) {
        return sorted[(int) Math.ceil(quantile * sorted.length) - 1];
    }
}
