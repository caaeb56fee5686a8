package org.tocsin.detect;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Kind;
import org.tocsin.figure.Metric;

/** What must hold between the parts of a rule for its findings to mean something. */
final class RuleChecks {
    private static final Set<Metric> CAUSES_APART = EnumSet.of(Metric.NEW_DISPLACEMENTS, Metric.KILLED);

    private final Rule rule;
    private final List<InvalidRuleException.Problem> problems = new ArrayList<>();

    private RuleChecks(Rule rule) {
        this.rule = rule;
    }

    static List<InvalidRuleException.Problem> of(Rule rule) {
        RuleChecks checks = new RuleChecks(rule);
        checks.watch();
        checks.detector();
        return checks.problems;
    }

    static String id(String id) {
        if (!id.matches(Rule.ID)) {
            throw new IllegalArgumentException("'" + id + "' is not 2 to 60 lower case letters, digits and dashes");
        }
        return id;
    }

    private void watch() {
        Rule.Watch watch = rule.watch();
        if (CAUSES_APART.contains(watch.metric()) && watch.cause().equals(Cause.ALL)) {
            wrong("cause", watch.metric().code() + " is watched apart for conflict and for disaster");
        }
        if (watch.interval() == Interval.STATEMENT && sums()) {
            wrong("interval", "a detector that sums windows needs calendar windows, not statements");
        }
        if (rule.detector().downward() && watch.metric() != Metric.FUNDING_COVERAGE) {
            wrong(
                    "metric",
                    "pace judges funding_coverage, not " + watch.metric().code());
        }
    }

    private void detector() {
        boolean stock = !rule.watch().metric().allows(Kind.FLOW)
                && !rule.watch().metric().allows(Kind.CUMULATIVE);
        if (stock && sums()) {
            wrong(
                    rule.detector() instanceof RecordHigh ? "detector.window" : "detector.current",
                    "a stock is never added up over time; must be 1 for "
                            + rule.watch().metric().code());
        }
        if (rule.detector().downward() && rule.firing().floor() != null) {
            wrong("floor", "would silence the worst cases of a rule that fires downward; use detector.minRequired");
        }
    }

    private boolean sums() {
        return rule.detector().width(Kind.FLOW) > 1;
    }

    private void wrong(String field, String why) {
        problems.add(new InvalidRuleException.Problem(field, why));
    }
}
