package org.tocsin.bench.micro;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tocsin.bench.WeeklyCounts;
import org.tocsin.detect.Canonical;
import org.tocsin.detect.Evidence;

/** How long it takes to print evidence in its one written form, to hash that, and to read it again. */
@State(Scope.Thread)
public class CanonicalMicro {
    private static final int SERIES = 200;

    @Param({"24", "263"})
    public int windows;

    private List<Evidence> evidence = List.of();
    private List<String> written = List.of();
    private int next;

    @Setup
    public void cut() {
        evidence = WeeklyCounts.series(SERIES).stream()
                .map(series -> WeeklyCounts.evidence(series, series.size() - 1, windows))
                .toList();
        written = evidence.stream().map(Canonical::write).toList();
    }

    @Benchmark
    public String printAndHash() {
        next = (next + 1) % SERIES;
        return Canonical.sha256(Canonical.write(evidence.get(next)));
    }

    @Benchmark
    public Evidence read() {
        next = (next + 1) % SERIES;
        return Canonical.evidence(written.get(next));
    }
}
