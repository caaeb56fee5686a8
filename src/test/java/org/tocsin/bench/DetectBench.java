package org.tocsin.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.tocsin.detect.Detector;
import org.tocsin.detect.Point;
import org.tocsin.figure.Kind;

/**
 * Measures how many weekly series of five years each detector judges at their last week in a second, on all cores, and whether the
 * time grows with their number.
 *
 * <p>{@code DetectBench [series]}
 */
public final class DetectBench {
    /** As many different ones; judged over and over. */
    private static final int DIFFERENT = 1_000;

    private static final int DEAR = 50;
    private static final String NEGATIVE_BINOMIAL = "{type: negative_binomial}";

    private static final List<String> DETECTORS = List.of(
            "{type: threshold, levels: {watch: 25}}",
            "{type: change, current: 4, reference: 12, ratios: {watch: 2}}",
            "{type: record_high, window: 4, lookbacks: {watch: 52, warning: 156}, strict: true}",
            "{type: quantile}",
            "{type: median_multiple}",
            "{type: robust_z}",
            "{type: ears_c1}",
            "{type: ears_c2}",
            "{type: ears_c3}",
            NEGATIVE_BINOMIAL,
            "{type: negative_binomial, capped: false}",
            "{type: negative_binomial, fit: plug_in}",
            "{type: cusum}",
            "{type: glr_nb}",
            "{type: bundle, families: {watch: 2}, parts: [{type: quantile},"
                    + " {type: change, current: 1, reference: 12, ratios: {watch: 3}}]}",
            "{type: farrington_flexible}");

    private DetectBench() {}

    public static void main(String[] args) {
        int series = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        List<List<Point>> points = WeeklyCounts.series(DIFFERENT);
        Map<String, Detector> detectors = new LinkedHashMap<>();
        DETECTORS.forEach(json -> detectors.put(json, WeeklyCounts.detector(json)));
        detectors.values().forEach(detector -> judge(detector, points, 20_000 / cost(detector)));
        System.out.printf(Locale.ROOT, "%10s %12s %8s  %s%n", "seconds", "series/s", "fired", "detector");
        detectors.forEach((json, detector) -> print(json, detector, points, series / cost(detector)));
        Detector one = detectors.get(NEGATIVE_BINOMIAL);
        for (int count = series / 100; one != null && count <= series; count *= 10) {
            print(count + " series of " + NEGATIVE_BINOMIAL, one, points, count);
        }
    }

    private static int cost(Detector detector) {
        return detector instanceof org.tocsin.detect.FarringtonFlexible ? DEAR : 1;
    }

    private static void print(String name, Detector detector, List<List<Point>> points, int count) {
        long start = System.nanoTime();
        long fired = judge(detector, points, count);
        double seconds = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
        System.out.printf(Locale.ROOT, "%10.3f %12.0f %8d  %s%n", seconds, count / seconds, fired, name);
    }

    private static long judge(Detector detector, List<List<Point>> points, int count) {
        int reach = detector.reach(Kind.FLOW);
        return IntStream.range(0, count)
                .parallel()
                .filter(each -> {
                    List<Point> all = points.get(each % DIFFERENT);
                    return detector.judge(WeeklyCounts.evidence(all, all.size() - 1, reach))
                            .fired();
                })
                .count();
    }
}
