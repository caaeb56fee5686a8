package org.tocsin.detect;

import java.util.List;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;

/**
 * Fires when two findings come together in one scope, for instance more people displaced where the appeal is behind its peers. All
 * numbers are those of the first.
 */
public record Joint(Detector detector, Other with) implements Detector {
    /** What must be found beside it, on any line of this metric and cause. */
    public record Other(Metric metric, Cause cause, Interval interval, Detector detector) {
        /** Whether it is found on this line. */
        boolean isFound(Evidence line) {
            return line.subject().line().measure().metric() == metric
                    && detector.judge(line).fired();
        }
    }

    public Joint {
        if (detector instanceof Joint || with.detector() instanceof Joint) {
            throw new IllegalArgumentException("detector: a joint finding is of two, not of more");
        }
    }

    @Override
    public Family family() {
        return Family.JOINT;
    }

    @Override
    public Suits suits() {
        return detector.suits();
    }

    @Override
    public int reach(Kind kind) {
        return detector.reach(kind);
    }

    @Override
    public int width(Kind kind) {
        return detector.width(kind);
    }

    @Override
    public boolean downward() {
        return detector.downward();
    }

    @Override
    public Judgement judge(Evidence evidence) {
        Judgement found = detector.judge(evidence);
        if (!found.fired()) {
            return found;
        }
        List<Evidence> lines =
                evidence.aside() == null ? List.of() : evidence.aside().lines();
        if (lines.isEmpty()) {
            return found.unless(Reason.UNKNOWN);
        }
        return lines.stream().anyMatch(with::isFound) ? found : found.unless(Reason.BELOW_THRESHOLD);
    }
}
