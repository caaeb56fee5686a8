package org.tocsin.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.tocsin.detect.Change;
import org.tocsin.detect.Detector;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Frame;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Point;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;
import org.tocsin.detect.Subject;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;

/**
 * Measures how many weekly series of five years each detector judges at their last week in a second, on all cores, and whether the
 * time grows with their number.
 *
 * <p>{@code DetectBench [series]}
 */
public final class DetectBench {
    private static final int WEEKS = 5 * 52 + 4;
    /** As many different ones; judged over and over. */
    private static final int DIFFERENT = 1_000;

    private static final int DEAR = 50;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);
    private static final String RULE =
            "{id: bench-rule, title: B, metric: killed, cause: conflict, interval: week, floor: 1, detector: %s}";
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
        Random random = new Random(20240101);
        List<List<Point>> points =
                IntStream.range(0, DIFFERENT).mapToObj(each -> weeks(random)).toList();
        Map<String, Detector> detectors = new LinkedHashMap<>();
        DETECTORS.forEach(json -> detectors.put(json, rule(json).detector()));
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
                    return detector.judge(evidence(all.subList(Math.max(0, all.size() - 1 - reach), all.size())))
                            .fired();
                })
                .count();
    }

    private static Evidence evidence(List<Point> points) {
        Attribution attribution = Attribution.of(new SourceId("bench"), Basis.REPORTED);
        Line line = Line.of(attribution, Measure.of(Metric.KILLED), Population.ALL, Cause.CONFLICT);
        LocalDate today = points.get(points.size() - 1).period().end();
        Frame frame = new Frame(Interval.WEEK, Instant.EPOCH, today, true, 7, 0);
        return new Evidence(
                new Subject("country:ZZZ", 0, line, null), frame, new Change("new_period", null), points, null);
    }

    /** Counts that scatter, by seasons, with outbreaks; some years of some are nothing but zeros. */
    private static List<Point> weeks(Random random) {
        double mean = Math.exp(random.nextDouble() * 7 - 1);
        List<Point> points = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            double season = 1 + 0.5 * Math.sin(2 * Math.PI * week / 52);
            double outbreak = random.nextInt(40) == 0 ? 5 : 1;
            long count = Math.round(-Math.log(1 - random.nextDouble()) * mean * season * outbreak);
            LocalDate start = FIRST.plusWeeks(week);
            points.add(
                    new Point(new Period(start, start.plusDays(6)), BigDecimal.valueOf(count), null, null, true, null));
        }
        return List.copyOf(points);
    }

    private static Rule rule(String detector) {
        return RuleFile.read(RULE.formatted(detector));
    }
}
