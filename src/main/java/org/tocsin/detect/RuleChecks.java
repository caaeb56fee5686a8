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

    private static final int A_YEAR = 366;

    private final Rule rule;
    private final List<InvalidRuleException.Problem> problems = new ArrayList<>();

    private RuleChecks(Rule rule) {
        this.rule = rule;
    }

    static List<InvalidRuleException.Problem> of(Rule rule) {
        RuleChecks checks = new RuleChecks(rule);
        Rule.Watch watch = rule.watch();
        checks.causes("", watch.metric(), watch.cause());
        checks.suits("", watch.metric(), watch.interval(), rule.detector());
        if (rule.detector() instanceof Joint joint) {
            Joint.Other with = joint.with();
            checks.causes("detector.with.", with.metric(), with.cause());
            checks.suits("detector.with.", with.metric(), with.interval(), with.detector());
        }
        checks.floor();
        checks.age();
        return checks.problems;
    }

    static String id(String id) {
        if (!id.matches(Rule.ID)) {
            throw new IllegalArgumentException("'" + id + "' is not 2 to 60 lower case letters, digits and dashes");
        }
        return id;
    }

    private void causes(String path, Metric metric, Cause cause) {
        if (CAUSES_APART.contains(metric) && cause.equals(Cause.ALL)) {
            wrong(path + "cause", metric.code() + " is watched apart for conflict and for disaster");
        }
    }

    private void suits(String path, Metric metric, Interval interval, Detector detector) {
        boolean sums = detector.width(Kind.FLOW) > 1;
        boolean stock = !metric.allows(Kind.FLOW) && !metric.allows(Kind.CUMULATIVE);
        if (interval == Interval.STATEMENT && (sums || !detector.suits().statements())) {
            wrong(
                    path + "interval",
                    sums
                            ? "a detector that sums windows needs calendar windows, not statements"
                            : "this detector needs calendar windows, not statements");
        }
        if (detector.downward() && metric != Metric.FUNDING_COVERAGE) {
            wrong(path + "metric", "pace judges funding_coverage, not " + metric.code());
        }
        if (stock && sums) {
            wrong(
                    path + (detector instanceof ChangeOverWindow ? "detector.current" : "detector.window"),
                    "a stock is never added up over time; must be 1 for " + metric.code());
        } else if (stock && !detector.suits().stocks()) {
            wrong(
                    path + "detector.type",
                    "judges counts of what happens; for the stock " + metric.code()
                            + " take threshold, change, record_high or robust_z");
        }
    }

    private void floor() {
        boolean floored = rule.firing().floor() != null;
        if (rule.detector().downward()) {
            if (floored) {
                wrong("floor", "would silence the worst cases of a rule that fires downward; use detector.minRequired");
            }
            return;
        }
        switch (rule.detector().suits().floor()) {
            case NEEDED -> {
                if (!floored) {
                    wrong("floor", "is missing: without one this detector fires on changes too small to matter");
                }
            }
            case MEANINGLESS -> {
                if (floored) {
                    wrong("floor", "has no meaning: what is judged is not in the unit of the metric");
                }
            }
            case ALLOWED -> {}
        }
    }

    /** Of an age are windows with earlier ones to compare; older than the rule tells of, nothing would ever be told. */
    private void age() {
        Integer age = rule.atAge();
        Rule.Watch watch = rule.watch();
        if (age == null) {
            return;
        }
        if (watch.interval() == Interval.STATEMENT || watch.metric() == Metric.FUNDING_COVERAGE) {
            wrong(
                    "atAge",
                    "needs calendar windows; statements and the coverage of an appeal have no age to compare at");
        } else if (rule.detector().reach(watch.metric().kind()) == 0) {
            wrong("atAge", "has no meaning: this detector compares with nothing earlier");
        }
        if (age > rule.firing().maxAgeDays()) {
            wrong(
                    "atAge",
                    "is more than the maxAgeDays of " + rule.firing().maxAgeDays() + ", after which nothing is told: "
                            + age);
        }
        if (age > A_YEAR) {
            wrong("atAge", "is more than " + A_YEAR + " days: " + age);
        }
    }

    private void wrong(String field, String why) {
        problems.add(new InvalidRuleException.Problem(field, why));
    }
}
