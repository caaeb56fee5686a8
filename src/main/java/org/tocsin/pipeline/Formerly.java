package org.tocsin.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tocsin.crisis.Scopes;
import org.tocsin.detect.Change;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Family;
import org.tocsin.detect.Interval;
import org.tocsin.detect.Point;
import org.tocsin.detect.Reason;
import org.tocsin.detect.Rule;
import org.tocsin.figure.Metric;
import org.tocsin.figure.Period;
import org.tocsin.series.Belief;
import org.tocsin.series.Bucket;
import org.tocsin.series.Frame;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.SeriesReading;

/**
 * Shows a finding what it was held against before figures changed, so that a past that has shrunk is not taken for news. Nothing is read
 * where nothing was found.
 */
final class Formerly {
    /** What they find may be of another line's making, or of nobody speaking. */
    private static final Set<Family> BESIDE = EnumSet.of(Family.SILENCE, Family.DIVERGENCE);

    private static final Set<Reason> FOUND = EnumSet.of(Reason.FIRED, Reason.HISTORY_REVISED);
    private static final Set<String> WITHOUT = Set.of(Change.SWEEP, Change.BACKFILL, Change.HELD);

    private final SeriesReading series;
    private final Scopes crises;

    Formerly(SeriesReading series, Scopes crises) {
        this.series = series;
        this.crises = crises;
    }

    /** The evidence, with the points as they stood before {@code asked.since()} where they decide whether a finding is news. */
    Evidence beside(Rule rule, EvidenceReader.Asked asked, Evidence evidence) {
        if (!looksBack(rule, evidence) || !FOUND.contains(rule.judge(evidence).reason())) {
            return evidence;
        }
        List<Point> before = before(rule, asked, evidence);
        if (before.isEmpty()) {
            return evidence;
        }
        Evidence seen = new Evidence(
                evidence.subject(),
                evidence.frame(),
                evidence.change().since(before),
                evidence.points(),
                evidence.plan(),
                evidence.aside());
        return evidence.change().onlyLowers() || !rule.judge(seen).fired() ? seen : evidence;
    }

    /** What is held against at equal age is as it was known then, whatever has been revised since. */
    private static boolean looksBack(Rule rule, Evidence evidence) {
        return evidence.points().size() > 1
                && rule.atAge() == null
                && !WITHOUT.contains(evidence.change().kind())
                && !BESIDE.contains(rule.detector().family())
                && rule.watch().metric() != Metric.FUNDING_COVERAGE;
    }

    private List<Point> before(Rule rule, EvidenceReader.Asked asked, Evidence evidence) {
        LineRef line = series.line(asked.line());
        Scope scope = crises.scoped(asked.scope()).scope();
        Instant then = asked.since().minus(1, ChronoUnit.MICROS);
        if (evidence.frame().interval() == Interval.STATEMENT) {
            return statements(line, scope, evidence, then);
        }
        Bucket bucket = Bucket.valueOf(rule.watch().interval().name());
        Period span = new Period(
                evidence.points().get(0).period().start(),
                evidence.judged().period().end());
        return series.windows(line, scope, new Frame(bucket, span, then, then, false)).stream()
                .map(EvidenceReader::point)
                .toList();
    }

    /** What the series of the judged statement said from the first point on; nothing if it had not been made then. */
    private List<Point> statements(LineRef line, Scope scope, Evidence evidence, Instant then) {
        Point judged = evidence.judged();
        LocalDate first = evidence.points().get(0).period().end();
        List<Belief> said = series.statements(line, scope, judged.period().end(), then);
        return said.stream()
                .filter(belief -> belief.period().equals(judged.period())
                        && belief.told().knownFrom().equals(judged.knownFrom()))
                .findFirst()
                .map(same -> said.subList(0, said.indexOf(same) + 1).stream()
                        .filter(belief -> belief.id().series() == same.id().series())
                        .toList())
                .map(ofOne -> EvidenceReader.points(line.line().measure().kind(), ofOne))
                .orElse(List.of())
                .stream()
                .filter(point -> !point.period().end().isBefore(first))
                .toList();
    }
}
