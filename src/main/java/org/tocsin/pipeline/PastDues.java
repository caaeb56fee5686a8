package org.tocsin.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.alert.Due;
import org.tocsin.alert.Trigger;
import org.tocsin.detect.Change;
import org.tocsin.detect.Divergence;
import org.tocsin.detect.Joint;
import org.tocsin.detect.Rule;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Line;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.figure.SourceId;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.Selection;
import org.tocsin.series.SeriesStore;
import org.tocsin.series.Touch;

/** What would have been due of a rule in one scope over some days, and when: the same as runs and the daily sweep make due live. */
record PastDues(SeriesStore series, Rule rule, String name, Scope scope, Period days) {
    private static final Set<String> NO_FINDING = Set.of("backfill", "held");

    /**
     * Those before {@code end}, the earliest first.
     *
     * @param triggers what makes the rule judge a line in this scope
     */
    List<Due> until(List<Trigger> triggers, Instant end) {
        Map<Long, LineRef> judged = judged();
        List<Due> dues = new ArrayList<>();
        for (Trigger trigger : triggers) {
            LineRef line = Objects.requireNonNull(judged.get(trigger.lineId()), "what triggers a rule is judged by it");
            Instant from = rule.detector() instanceof Joint ? Instant.EPOCH : start(days.start());
            List<Touch> own = series.touches(trigger.series(), from, end);
            dues.addAll(ofChanges(line, own));
            dues.addAll(ofSecondSource(line, end));
            dues.addAll(ofSecondFinding(line, own, end));
            dues.addAll(ofDays(line, end));
        }
        dues.sort(Comparator.comparing(Due::enqueuedAt).thenComparing(Due::lineId));
        return dues;
    }

    private List<Due> ofChanges(LineRef line, List<Touch> touches) {
        return touches.stream()
                .filter(touch -> !touch.knownAt().isBefore(start(days.start())))
                .map(touch -> due(line, new Change(touch.loudest(), touch.previous(), touch.days()), touch.knownAt()))
                .toList();
    }

    /** A rule that compares one source with others is due when one of these speaks of the same. */
    private List<Due> ofSecondSource(LineRef line, Instant end) {
        Rule.Watch watch = rule.watch();
        if (watch.sources().size() != 1
                || Asking.detectors(rule, Divergence.class).isEmpty()) {
            return List.of();
        }
        List<LineRef> others = lines(
                watch.metric(),
                List.of(),
                watch.cause(),
                other -> SecondSource.isComparable(line.line(), other)
                        && other.population().equals(line.line().population())
                        && other.cause().equals(line.line().cause()));
        return touches(others, start(days.start()), end).stream()
                .map(touch -> due(line, new Change(touch.loudest(), null, touch.days()), touch.knownAt()))
                .toList();
    }

    /** A joint rule is due where its first line was last heard of, when what may be the second finding has changed. */
    private List<Due> ofSecondFinding(LineRef line, List<Touch> own, Instant end) {
        if (!(rule.detector() instanceof Joint joint)) {
            return List.of();
        }
        Metric metric = joint.with().metric();
        List<LineRef> seconds = lines(metric, List.of(), joint.with().cause(), any -> true).stream()
                .flatMap(second -> touching(metric, second).stream())
                .distinct()
                .toList();
        Set<Long> ownRuns = own.stream().map(Touch::run).collect(Collectors.toSet());
        return touches(seconds, start(days.start()), end).stream()
                .filter(touch -> !NO_FINDING.contains(touch.loudest()) && !ownRuns.contains(touch.run()))
                .flatMap(touch -> heardOf(own, touch.knownAt()).map(day -> due(line, sweep(day), touch.knownAt())))
                .toList();
    }

    private static Stream<LocalDate> heardOf(List<Touch> own, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return own.stream()
                .filter(touch -> !touch.knownAt().isAfter(at))
                .map(touch -> touch.days().end())
                .max(Comparator.naturalOrder())
                .map(last -> last.isAfter(today) ? today : last)
                .stream();
    }

    /** Silence is judged on every day, of each line that had been heard of. */
    private List<Due> ofDays(LineRef line, Instant end) {
        if (!Silence.isAll(rule)) {
            return List.of();
        }
        Instant known = series.firstKnown(line, scope).orElse(Instant.MAX);
        return days.start()
                .datesUntil(days.end().plusDays(1))
                .filter(day -> !start(day).isBefore(known) && start(day).isBefore(end))
                .map(day -> due(line, sweep(day), start(day)))
                .toList();
    }

    private Due due(LineRef line, Change change, Instant at) {
        return new Due(rule.id(), name, line.id(), change, false, at);
    }

    private static Change sweep(LocalDate day) {
        return new Change(Change.SWEEP, null, Period.day(day));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** One touch of each run. */
    private List<Touch> touches(List<LineRef> lines, Instant from, Instant end) {
        return lines.isEmpty() ? List.of() : series.touches(lines, scope, from, end);
    }

    private Map<Long, LineRef> judged() {
        Rule.Watch watch = rule.watch();
        return lines(
                        watch.metric(),
                        watch.sources(),
                        watch.cause(),
                        line -> watch.population() == null || watch.population().equals(line.population()))
                .stream()
                .collect(Collectors.toMap(LineRef::id, Function.identity()));
    }

    /** The coverage of an appeal is judged whenever its money or its requirement changes. */
    private List<LineRef> touching(Metric metric, LineRef judged) {
        if (stored(metric) == metric) {
            return List.of(judged);
        }
        Selection required = new Selection(
                Metric.FUNDING_REQUIRED,
                List.of(judged.line().attribution().source()),
                null,
                null,
                judged.line().category(),
                judged.line().appeal());
        List<LineRef> lines = new ArrayList<>(series.lines(scope, required));
        lines.add(judged);
        return lines;
    }

    private static Metric stored(Metric metric) {
        boolean derived = metric == Metric.FUNDING_COVERAGE || metric == Metric.FUNDING_GAP;
        return derived ? Metric.FUNDING_RECEIVED : metric;
    }

    private List<LineRef> lines(Metric metric, List<SourceId> sources, Cause cause, Predicate<Line> which) {
        return series.lines(scope, new Selection(stored(metric), sources, null, null, null, null)).stream()
                .filter(line -> line.line().cause().isWithin(cause))
                .filter(line -> which.test(line.line()))
                .toList();
    }
}
