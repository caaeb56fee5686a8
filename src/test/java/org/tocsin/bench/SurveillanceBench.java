package org.tocsin.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tocsin.detect.Detector;
import org.tocsin.detect.Judgement;
import org.tocsin.detect.Point;
import org.tocsin.detect.method.Ears;
import org.tocsin.figure.Kind;

/**
 * Measures detectors against R's surveillance on the same series with the same settings, each on one core, and holds their bounds
 * for the last week against each other, so that the same work is compared.
 *
 * <p>{@code SurveillanceBench [series] [times]}
 */
public final class SurveillanceBench {
    private static final Map<String, String> DETECTORS = Map.of(
            "ears_c1", "{type: ears_c1, baseline: 7, capped: false}",
            "ears_c2", "{type: ears_c2, baseline: 7, capped: false}",
            "ears_c3", "{type: ears_c3, baseline: 7, capped: false}",
            "farrington_flexible", "{type: farrington_flexible, alpha: {watch: 0.005}}");
    private static final int WARM_UP = 20_000;
    private static final int DEAR = 20;
    private static final double SAME = 1e-9;

    private final List<List<Point>> series;
    private final Map<String, Detector> detectors = new TreeMap<>();

    private SurveillanceBench(int count) {
        this.series = WeeklyCounts.series(count);
        DETECTORS.forEach((name, json) -> detectors.put(name, WeeklyCounts.detector(json)));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        int times = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        if (!Surveillance.isHere()) {
            System.out.println("R with its package surveillance is not here: nothing to compare with");
            System.exit(2);
        }
        new SurveillanceBench(count).run(times);
    }

    private void run(int times) throws IOException, InterruptedException {
        Path counts = Files.createTempFile("tocsin-bench", ".csv");
        try {
            Files.write(counts, series.stream().map(SurveillanceBench::line).toList());
            Surveillance r = Surveillance.judged(counts, times);
            System.out.printf(
                    "%-20s %6s %9s %12s %12s %8s%n", "detector", "weeks", "judged", "R /s", "here /s", "ratio");
            r.times().forEach(this::print);
            r.bounds().stream()
                    .collect(Collectors.groupingBy(Surveillance.Bound::detector, TreeMap::new, Collectors.toList()))
                    .forEach(this::compare);
        } finally {
            Files.delete(counts);
        }
    }

    private static String line(List<Point> points) {
        return points.stream().map(point -> String.valueOf(point.value())).collect(Collectors.joining(","));
    }

    private void print(Surveillance.Time time) {
        Detector detector = detectors.get(time.detector());
        seconds(detector, time.weeks(), WARM_UP / (time.detector().startsWith("ears") ? 1 : DEAR));
        double here = seconds(detector, time.weeks(), time.judged());
        System.out.printf(
                Locale.ROOT,
                "%-20s %6d %9d %12.0f %12.0f %8.1f%n",
                time.detector(),
                time.weeks(),
                time.judged(),
                time.judged() / time.seconds(),
                time.judged() / here,
                time.seconds() / here);
    }

    /** Judges the last weeks of one series after the other, until so many weeks were judged. */
    private double seconds(Detector detector, int weeks, int judged) {
        int reach = detector.reach(Kind.FLOW);
        long start = System.nanoTime();
        int fired = 0;
        for (int i = 0; i < judged; i++) {
            List<Point> points = series.get(i / weeks % series.size());
            fired += detector.judge(WeeklyCounts.evidence(points, points.size() - 1 - i % weeks, reach))
                            .fired()
                    ? 1
                    : 0;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (fired == 0) {
            throw new IllegalStateException(detector + " never fires");
        }
        return seconds;
    }

    private void compare(String name, List<Surveillance.Bound> bounds) {
        List<String> differing = bounds.stream()
                .filter(bound -> !agrees(bound))
                .map(bound -> bound + ", here " + judgement(bound))
                .toList();
        long without =
                bounds.stream().filter(bound -> Double.isNaN(bound.upper())).count();
        System.out.printf(
                "%s: of %d bounds%s %d differ; %d are none%n",
                name, bounds.size(), name.equals("ears_c3") ? "" : " and alarms", differing.size(), without);
        differing.stream().limit(3).forEach(System.out::println);
    }

    private boolean agrees(Surveillance.Bound bound) {
        if (bound.detector().equals("ears_c3")) {
            return isSame(bound.upper(), boundOfC3(bound.series()));
        }
        Judgement here = judgement(bound);
        BigDecimal threshold = here.threshold();
        return here.fired() == bound.alarm()
                && isSame(bound.upper(), threshold == null ? Double.NaN : threshold.doubleValue());
    }

    private Judgement judgement(Surveillance.Bound bound) {
        Detector detector = detectors.get(bound.detector());
        List<Point> points = series.get(bound.series());
        return detector.judge(WeeklyCounts.evidence(points, points.size() - 1, detector.reach(Kind.FLOW)));
    }

    /** R's bound, which the judged count itself moves, out of what ours adds up; the detector does not use it. */
    private double boundOfC3(int number) {
        double[] values = series.get(number).stream()
                .mapToDouble(point -> point.value().doubleValue())
                .toArray();
        int at = values.length - 1;
        Ears ears = new Ears(7, 2, 7, 1);
        double room = 3.0902 - ears.carried(values, at);
        return Math.max(0, values[at] + ears.before(values, at).scale() * room);
    }

    private static boolean isSame(double one, double other) {
        return Double.isNaN(one) ? Double.isNaN(other) : Math.abs(one - other) <= SAME * Math.max(1, Math.abs(one));
    }
}
