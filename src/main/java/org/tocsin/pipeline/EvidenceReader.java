package org.tocsin.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.crisis.AppealStore;
import org.tocsin.crisis.Scoped;
import org.tocsin.crisis.Scopes;
import org.tocsin.detect.Change;
import org.tocsin.detect.EqualAge;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Frame;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Point;
import org.tocsin.detect.Rule;
import org.tocsin.detect.Subject;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.series.Belief;
import org.tocsin.series.Bucket;
import org.tocsin.series.Counter;
import org.tocsin.series.Coverage;
import org.tocsin.series.LineRef;
import org.tocsin.series.SeriesReading;
import org.tocsin.series.Window;

/** Cuts the evidence of a subject out of the store: what a rule may look at, for each window that is to be judged. */
public final class EvidenceReader {
    private final SeriesReading series;
    private final Scopes crises;
    private final FundingEvidence funding;
    private final Silence silence;
    private final Beside beside;
    private final Formerly formerly;

    public EvidenceReader(SeriesReading series, Scopes crises, AppealStore appeals) {
        this.series = series;
        this.crises = crises;
        this.funding = new FundingEvidence(series, appeals);
        this.silence = new Silence(series);
        this.beside = new Beside(series, silence, this::read);
        this.formerly = new Formerly(series, crises);
    }

    /**
     * The evidence for every window of the subject that shares a day with {@code touched}, oldest first. Where figures were only lowered,
     * one of a later window that is held against them follows.
     *
     * @param asOf the moment whose knowledge is read; null: what is known at {@code now}
     */
    public List<Evidence> read(
            Rule rule, Asked asked, Change change, Period touched, @Nullable Instant asOf, Instant now) {
        Scoped scoped = crises.scoped(asked.scope());
        LineRef line = series.line(asked.line());
        Coverage coverage = series.coverage(line.line().attribution().source(), asOf);
        Cut cut = new Cut(rule, line, scoped, change, new Cut.Moment(asOf, now, asked.since()), coverage);
        Asking asking = new Asking(rule, line, asked.scope(), scoped, asOf, now);
        return beside.add(asking, lines(asking, cut, touched));
    }

    /** The evidence, with how it stood before {@code asked.since()} where a finding in it may be of the past's making. */
    Evidence inHindsight(Rule rule, Asked asked, Evidence evidence) {
        return formerly.beside(rule, asked, evidence);
    }

    /** The judged line alone. */
    private List<Evidence> lines(Asking asking, Cut cut, Period touched) {
        Subject subject = new Subject(
                asking.name(), asking.scoped().version(), asking.line().line(), null);
        Rule.Watch watch = asking.rule().watch();
        if (Silence.isAll(asking.rule())) {
            return silence.day(asking, subject, cut.change());
        }
        if (watch.metric() == Metric.FUNDING_COVERAGE) {
            return funding.read(asking, subject, cut.change(), judgedDay(cut, touched));
        }
        return watch.interval() == Interval.STATEMENT
                ? statements(cut, subject, touched)
                : windows(cut, subject, touched);
    }

    /**
     * Which line within which scope.
     *
     * @param since of single statements only those are judged that became known from then on
     */
    public record Asked(String scope, long line, Instant since) {}

    /** The last day that is judged: of what time has touched, the end of the last window that can be complete. */
    private LocalDate judgedDay(Cut cut, Period touched) {
        if (cut.change().kind().equals(Change.SWEEP)) {
            return lastComplete(cut, touched);
        }
        return touched.end().isAfter(cut.today()) ? cut.today() : touched.end();
    }

    private LocalDate lastComplete(Cut cut, Period touched) {
        if (cut.rule().watch().interval() == Interval.STATEMENT) {
            return cut.today();
        }
        Bucket bucket = Bucket.valueOf(cut.rule().watch().interval().name());
        int lag = series.coverage(cut.line().line().attribution().source(), cut.asOf())
                .usualLagDays();
        LocalDate past = cut.today().minusDays(lag);
        LocalDate end = bucket.around(past.plusDays(1)).start().minusDays(1);
        return end.isBefore(touched.end()) ? touched.end() : end;
    }

    private List<Evidence> windows(Cut cut, Subject subject, Period touched) {
        Bucket bucket = Bucket.valueOf(cut.rule().watch().interval().name());
        LocalDate first = oldestJudged(cut, touched);
        LocalDate last = judgedDay(cut, touched);
        if (last.isBefore(first)) {
            return List.of();
        }
        LocalDate end =
                bucket.around(lastHeldAgainst(cut, bucket, touched, last)).end();
        Period span = new Period(bucket.back(first, cut.reach()), end);
        var frame =
                new org.tocsin.series.Frame(bucket, span, cut.asOf(), cut.at().now(), false);
        List<Window> windows = series.windows(cut.line(), cut.scoped().scope(), frame);
        List<Evidence> evidence = new ArrayList<>();
        List<Evidence> later = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            Window judged = windows.get(i);
            List<Window> past = windows.subList(Math.max(0, i - cut.reach()), i + 1);
            if (judged.period().start().isAfter(last)) {
                if (judged.value() != null && !judged.period().end().isBefore(cut.oldest())) {
                    later.add(windowed(cut, subject, frame, past));
                }
            } else if (!judged.period().end().isBefore(first)) {
                evidence.add(windowed(cut, subject, frame, past));
            }
        }
        Afterwards.choose(cut.rule(), later).ifPresent(evidence::add);
        return evidence;
    }

    private Evidence windowed(Cut cut, Subject subject, org.tocsin.series.Frame frame, List<Window> standing) {
        AgedWindows past = aged(cut, frame, standing);
        return new Evidence(
                subject,
                frame(cut, past.judged().make().leftOut(), past.age()),
                cut.change(),
                past.windows().stream().map(EvidenceReader::point).toList(),
                null);
    }

    private AgedWindows aged(Cut cut, org.tocsin.series.Frame frame, List<Window> standing) {
        Integer atAge = cut.rule().atAge();
        if (atAge == null) {
            return AgedWindows.asTheyStand(standing);
        }
        LocalDate judgedEnd = standing.get(standing.size() - 1).period().end();
        int days = AgedWindows.age(atAge, judgedEnd, cut.today());
        return AgedWindows.of(series, cut.line(), cut.scoped().scope(), frame, standing, days);
    }

    /** The last day of windows that are held against touched days, if these were only lowered. */
    private static LocalDate lastHeldAgainst(Cut cut, Bucket bucket, Period touched, LocalDate last) {
        if (!cut.looksOnward()) {
            return last;
        }
        LocalDate reached = bucket.back(touched.end(), -cut.reach());
        LocalDate end = reached.isAfter(cut.today()) ? cut.today() : reached;
        return end.isAfter(last) ? end : last;
    }

    /**
     * History is judged once, at its newest window, and so is what only time has touched; of what is older than the rule tells, only
     * the newest window is judged.
     */
    private LocalDate oldestJudged(Cut cut, Period touched) {
        LocalDate last = judgedDay(cut, touched);
        if (cut.change().kind().equals(Change.BACKFILL) || cut.change().kind().equals(Change.SWEEP)) {
            return last;
        }
        LocalDate first = touched.start().isBefore(cut.oldest()) ? cut.oldest() : touched.start();
        return first.isAfter(last) ? last : first;
    }

    private List<Evidence> statements(Cut cut, Subject subject, Period touched) {
        LocalDate first = oldestJudged(cut, touched);
        boolean sweeps = cut.change().kind().equals(Change.SWEEP);
        Map<Long, List<Belief>> bySeries = series
                .statements(
                        cut.line(),
                        cut.scoped().scope(),
                        cut.looksOnward() ? cut.today() : judgedDay(cut, touched),
                        cut.asOf())
                .stream()
                .collect(Collectors.groupingBy(
                        belief -> belief.id().series(), java.util.TreeMap::new, Collectors.toList()));
        List<Evidence> evidence = new ArrayList<>();
        List<Evidence> later = new ArrayList<>();
        for (List<Belief> said : bySeries.values()) {
            List<Point> points = points(cut.kind(), said);
            for (int i = 0; i < said.size(); i++) {
                Belief judged = said.get(i);
                boolean isNews = !judged.told().knownFrom().isBefore(cut.at().since())
                        && !judged.period().end().isBefore(first);
                List<Point> past = points.subList(start(said, i, cut.reach()), i + 1);
                if (sweeps ? i == said.size() - 1 : isNews) {
                    evidence.add(stated(cut, subject, past));
                } else if (cut.looksOnward() && isHeldAgainst(cut, judged, touched)) {
                    later.add(stated(cut, subject, past));
                }
            }
        }
        if (evidence.isEmpty()) {
            evidence.add(silence(cut, subject, touched));
        }
        Afterwards.choose(cut.rule(), later).ifPresent(evidence::add);
        return evidence;
    }

    private Evidence stated(Cut cut, Subject subject, List<Point> past) {
        return new Evidence(subject, frame(cut, 0), cut.change(), past, null);
    }

    /**
     * The statements of one series. Of a running total that began anew without saying from when only what it has added since is known:
     * its points are incomplete, so that they may fire but never close what an earlier count has opened.
     */
    static List<Point> points(Kind kind, List<Belief> said) {
        List<Belief> judged = kind == Kind.CUMULATIVE ? Counter.sinceReset(said) : said;
        List<Point> points = new ArrayList<>(said.size());
        for (int i = 0; i < said.size(); i++) {
            points.add(point(judged.get(i), judged.get(i).equals(said.get(i))));
        }
        return points;
    }

    /** Whether it is a number of after the touched days, young enough to be told, and held against them. */
    private static boolean isHeldAgainst(Cut cut, Belief judged, Period touched) {
        return judged.value() != null
                && judged.period().start().isAfter(touched.end())
                && !judged.period().end().isBefore(cut.oldest())
                && !judged.period().end().minusDays(cut.reach()).isAfter(touched.end());
    }

    /** A statement that was taken back leaves days of which nothing is known. */
    private Evidence silence(Cut cut, Subject subject, Period touched) {
        Point unknown = new Point(touched, null, null, null, true, null);
        return new Evidence(subject, frame(cut, 0), cut.change(), List.of(unknown), null);
    }

    /** From the last statement at or before the days the rule reaches back. */
    private static int start(List<Belief> said, int judged, int reachDays) {
        LocalDate from = said.get(judged).period().end().minusDays(reachDays);
        int start = judged;
        while (start > 0 && said.get(start).period().end().isAfter(from)) {
            start--;
        }
        return start;
    }

    private static Frame frame(Cut cut, int leftOut) {
        return frame(cut, leftOut, null);
    }

    private static Frame frame(Cut cut, int leftOut, @Nullable EqualAge age) {
        return new Frame(
                cut.rule().watch().interval(),
                cut.moment(),
                cut.today(),
                cut.coverage().absenceIsZero(),
                cut.coverage().usualLagDays(),
                leftOut,
                age);
    }

    static Point point(Window window) {
        return new Point(
                window.period(),
                window.value(),
                window.low(),
                window.high(),
                window.make().complete(),
                null);
    }

    private static Point point(Belief said, boolean complete) {
        return new Point(
                said.period(),
                said.value(),
                said.low(),
                said.high(),
                complete,
                said.told().knownFrom());
    }
}
