package org.tocsin.bench.micro;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tocsin.bench.WeeklyCounts;
import org.tocsin.detect.Detector;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Judgement;
import org.tocsin.figure.Kind;

/** How long one judgement takes, given its evidence: one series after the other, so that none is learned by heart. */
@State(Scope.Thread)
public class DetectMicro {
    private static final int SERIES = 1_000;

    @Param({
        "{type: threshold, levels: {watch: 25}}",
        "{type: change, current: 4, reference: 12, ratios: {watch: 2}}",
        "{type: quantile}",
        "{type: robust_z}",
        "{type: ears_c1}",
        "{type: ears_c3}",
        "{type: negative_binomial}",
        "{type: glr_nb}",
        "{type: farrington_flexible}"
    })
    public String detector = "";

    private Detector judging = WeeklyCounts.detector("{type: quantile}");
    private List<Evidence> evidence = List.of();
    private int next;

    @Setup
    public void cut() {
        judging = WeeklyCounts.detector(detector);
        int reach = judging.reach(Kind.FLOW);
        evidence = WeeklyCounts.series(SERIES).stream()
                .map(series -> WeeklyCounts.evidence(series, series.size() - 1, reach))
                .toList();
    }

    @Benchmark
    public Judgement judge() {
        next = (next + 1) % SERIES;
        return judging.judge(evidence.get(next));
    }
}
