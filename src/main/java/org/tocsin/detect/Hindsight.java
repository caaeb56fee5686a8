package org.tocsin.detect;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.Period;

/**
 * Tells whether a finding is of the past's making: nothing new was said of the judged days, but figures of other days changed.
 *
 * <p>Where figures were only lowered before the judged days, it is unless the detector finds as much in the points as they stood before.
 * Where other news came with them, it is if nothing of the judged windows has risen, unless what they are held against has risen
 * and nothing of it has fallen. A value that is new, or higher than it was, is held against the past as it is believed now: a record
 * above a peak that has been corrected is a record, for it has happened now, and a mistake of the past must not silence it for ever.
 */
final class Hindsight {
    private final Rule rule;
    private final Evidence evidence;
    private final int width;

    Hindsight(Rule rule, Evidence evidence) {
        this.rule = rule;
        this.evidence = evidence;
        this.width = rule.detector().width(evidence.subject().line().measure().kind());
    }

    boolean hasMade(Judgement found) {
        Change change = evidence.change();
        List<Point> before = change.before();
        if (change.onlyLowersBefore(judgedDays())) {
            return before == null || !wasFound(found, before);
        }
        return before != null
                && !hasRisen(before, 1, width)
                && (hasFallen(before)
                        || !hasRisen(before, width + 1, evidence.points().size()));
    }

    private boolean wasFound(Judgement found, List<Point> before) {
        Level then = rule.detector()
                .judge(new Evidence(
                        evidence.subject(),
                        evidence.frame(),
                        evidence.change(),
                        before,
                        evidence.plan(),
                        evidence.aside()))
                .level();
        return then != null && found.level() != null && then.compareTo(found.level()) >= 0;
    }

    /** Whether any window says more than it did, of those so many back, the judged one being the first. */
    private boolean hasRisen(List<Point> before, int from, int to) {
        return IntStream.rangeClosed(from, Math.min(to, evidence.points().size()))
                .anyMatch(back -> isMore(value(evidence.points(), back), value(before, back)));
    }

    /** Whether any window that the judged ones are held against says less than it did, or nothing any more. */
    private boolean hasFallen(List<Point> before) {
        return IntStream.rangeClosed(width + 1, evidence.points().size())
                .anyMatch(back -> isMore(value(before, back), value(evidence.points(), back)));
    }

    private static @Nullable BigDecimal value(List<Point> points, int back) {
        return back > points.size() ? null : points.get(points.size() - back).value();
    }

    private static boolean isMore(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && (other == null || one.compareTo(other) > 0);
    }

    private Period judgedDays() {
        List<Point> points = evidence.points();
        Point first = points.get(Math.max(0, points.size() - width));
        return new Period(first.period().start(), evidence.judged().period().end());
    }
}
