package org.tocsin.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    public EvidenceReader(SeriesReading series, Scopes crises, AppealStore appeals) {
        this.series = series;
        this.crises = crises;
        this.funding = new FundingEvidence(series, appeals);
        this.silence = new Silence(series);
        this.beside = new Beside(series, silence, this::read);
    }

    /**
     * The evidence for every window of the subject that shares a day with {@code touched}, oldest first.
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

    private record Cut(Rule rule, LineRef line, Scoped scoped, Change change, Moment at, Coverage coverage) {
        record Moment(@Nullable Instant asOf, Instant now, Instant since) {}

        @Nullable
        Instant asOf() {
            return at.asOf();
        }

        Kind kind() {
            return line.line().measure().kind();
        }

        Instant moment() {
            Instant asOf = at.asOf();
            return asOf == null ? at.now() : asOf;
        }

        LocalDate today() {
            return LocalDate.ofInstant(moment(), ZoneOffset.UTC);
        }

        int reach() {
            return rule.detector().reach(kind());
        }
    }

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
        Period span =
                new Period(bucket.back(first, cut.reach()), bucket.around(last).end());
        var frame =
                new org.tocsin.series.Frame(bucket, span, cut.asOf(), cut.at().now(), false);
        List<Window> windows = series.windows(cut.line(), cut.scoped().scope(), frame);
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            if (!windows.get(i).period().end().isBefore(first)) {
                AgedWindows past = aged(cut, frame, windows.subList(Math.max(0, i - cut.reach()), i + 1));
                evidence.add(new Evidence(
                        subject,
                        frame(cut, past.judged().make().leftOut(), past.age()),
                        cut.change(),
                        past.windows().stream().map(EvidenceReader::point).toList(),
                        null));
            }
        }
        return evidence;
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

    /**
     * History is judged once, at its newest window, and so is what only time has touched; of what is older than the rule tells, only
     * the newest window is judged.
     */
    private LocalDate oldestJudged(Cut cut, Period touched) {
        LocalDate last = judgedDay(cut, touched);
        if (cut.change().kind().equals(Change.BACKFILL) || cut.change().kind().equals(Change.SWEEP)) {
            return last;
        }
        LocalDate oldest = cut.today().minusDays(cut.rule().firing().maxAgeDays());
        LocalDate first = touched.start().isBefore(oldest) ? oldest : touched.start();
        return first.isAfter(last) ? last : first;
    }

    private List<Evidence> statements(Cut cut, Subject subject, Period touched) {
        LocalDate first = oldestJudged(cut, touched);
        boolean sweeps = cut.change().kind().equals(Change.SWEEP);
        Map<Long, List<Belief>> bySeries =
                series.statements(cut.line(), cut.scoped().scope(), judgedDay(cut, touched), cut.asOf()).stream()
                        .collect(Collectors.groupingBy(
                                belief -> belief.id().series(), java.util.TreeMap::new, Collectors.toList()));
        List<Evidence> evidence = new ArrayList<>();
        for (List<Belief> said : bySeries.values()) {
            for (int i = 0; i < said.size(); i++) {
                Belief judged = said.get(i);
                boolean isNews = !judged.told().knownFrom().isBefore(cut.at().since())
                        && !judged.period().end().isBefore(first);
                if (sweeps ? i == said.size() - 1 : isNews) {
                    List<Belief> past = said.subList(start(said, i, cut.reach()), i + 1);
                    evidence.add(new Evidence(
                            subject,
                            frame(cut, 0),
                            cut.change(),
                            past.stream().map(EvidenceReader::point).toList(),
                            null));
                }
            }
        }
        return evidence.isEmpty() ? List.of(silence(cut, subject, touched)) : evidence;
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

    private static Point point(Belief said) {
        return new Point(
                said.period(),
                said.value(),
                said.low(),
                said.high(),
                true,
                said.told().knownFrom());
    }
}
