package org.tocsin.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tocsin.detect.Interval;
import org.tocsin.detect.InvalidRuleException;
import org.tocsin.detect.Joint;
import org.tocsin.detect.Rule;
import org.tocsin.figure.Cause;
import org.tocsin.figure.Grain;
import org.tocsin.figure.Metric;
import org.tocsin.figure.SourceId;

/**
 * Refuses rules that ask for narrower windows than any of their sources speaks of: every decision would be that the figures are longer
 * than the window. Where some source speaks of windows as narrow, the lines of the others are left out for just that reason.
 */
final class Grains {
    private final GrainDao dao;

    Grains(GrainDao dao) {
        this.dao = dao;
    }

    /**
     * Checks against the sources that are named: what does not depend on which figures have come.
     *
     * @throws InvalidRuleException naming the intervals that are allowed
     */
    void checkNamed(Rule rule) {
        refuse(named(rule));
    }

    /**
     * Checks against the sources that are named, and where none is, those that have lines the rule would watch.
     *
     * @throws InvalidRuleException naming the intervals that are allowed
     */
    void checkAll(Rule rule) {
        List<InvalidRuleException.Problem> problems = new ArrayList<>(named(rule));
        Rule.Watch watch = rule.watch();
        if (watch.sources().isEmpty()) {
            problems.addAll(ofLines("interval", watch.metric(), watch.cause(), watch.interval()));
        }
        if (rule.detector() instanceof Joint joint) {
            Joint.Other with = joint.with();
            problems.addAll(ofLines("detector.with.interval", with.metric(), with.cause(), with.interval()));
        }
        refuse(problems);
    }

    private List<InvalidRuleException.Problem> named(Rule rule) {
        List<String> sources =
                rule.watch().sources().stream().map(SourceId::value).toList();
        return sources.isEmpty()
                ? List.of()
                : problem("interval", rule.watch().interval(), dao.ofSources(sources)).stream()
                        .toList();
    }

    private List<InvalidRuleException.Problem> ofLines(String field, Metric metric, Cause cause, Interval interval) {
        return problem(field, interval, dao.ofLines(metric.code(), cause.code())).stream()
                .toList();
    }

    private static Optional<InvalidRuleException.Problem> problem(
            String field, Interval interval, List<String> grains) {
        return grains.stream()
                .map(Grain::of)
                .min(Comparator.naturalOrder())
                .filter(finest ->
                        interval != Interval.STATEMENT && window(interval).compareTo(finest) < 0)
                .map(finest -> new InvalidRuleException.Problem(field, why(interval, finest)));
    }

    private static String why(Interval interval, Grain finest) {
        List<String> allowed = Arrays.stream(Interval.values())
                .filter(each -> each == Interval.STATEMENT || window(each).compareTo(finest) >= 0)
                .map(Interval::code)
                .toList();
        return "'" + interval.code() + "' is finer than its sources speak, by " + finest.code() + "; take one of "
                + String.join(", ", allowed);
    }

    private static Grain window(Interval interval) {
        return Grain.valueOf(interval.name());
    }

    private static void refuse(List<InvalidRuleException.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidRuleException(problems);
        }
    }
}
