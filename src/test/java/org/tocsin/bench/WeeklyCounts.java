package org.tocsin.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tocsin.detect.Change;
import org.tocsin.detect.Detector;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Frame;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Point;
import org.tocsin.detect.RuleFile;
import org.tocsin.detect.Subject;
import org.tocsin.figure.Attribution;
import org.tocsin.figure.Basis;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Line;
import org.tocsin.figure.Measure;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.Population;
import org.tocsin.figure.SourceId;

/** Weekly series of five years for detectors to judge, the same in every run: counts that scatter, by seasons, with outbreaks. */
public final class WeeklyCounts {
    private static final int WEEKS = 5 * 52 + 4;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);
    private static final String RULE =
            "{id: bench-rule, title: B, metric: killed, cause: conflict, interval: week, floor: 1, detector: %s}";
    private static final Line LINE = Line.of(
            Attribution.of(new SourceId("bench"), Basis.REPORTED),
            Measure.of(Metric.KILLED),
            Population.ALL,
            Cause.CONFLICT);

    private WeeklyCounts() {}

    /** So many different ones; means from 0.4 to 400; some years of some are nothing but zeros. */
    public static List<List<Point>> series(int count) {
        Random random = new Random(20240101);
        return IntStream.range(0, count).mapToObj(each -> weeks(random)).toList();
    }

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

    /** A detector as a rule for such series has it. */
    public static Detector detector(String json) {
        return RuleFile.read(RULE.formatted(json)).detector();
    }

    /** What a detector that looks {@code reach} weeks back is handed to judge the week {@code at}. */
    public static Evidence evidence(List<Point> series, int at, int reach) {
        List<Point> points = series.subList(Math.max(0, at - reach), at + 1);
        LocalDate today = series.get(at).period().end();
        Frame frame = new Frame(Interval.WEEK, Instant.EPOCH, today, true, 7, 0);
        return new Evidence(
                new Subject("country:ZZZ", 0, LINE, null), frame, new Change("new_period", null), points, null);
    }
}
