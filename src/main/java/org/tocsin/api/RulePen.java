package org.tocsin.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.tocsin.access.Actor;
import org.tocsin.access.Audit;
import org.tocsin.alert.RuleStore;
import org.tocsin.alert.RuleVersion;
import org.tocsin.detect.InvalidRuleException;
import org.tocsin.detect.Rule;
import org.tocsin.detect.RuleFile;

/** Writes rules for a person, each write with its row in the audit. */
final class RulePen {
    private final RuleStore rules;
    private final Audit audit;
    private final InstantSource clock;

    RulePen(RuleStore rules, Audit audit, InstantSource clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The rule in a body.
     *
     * @throws ProblemException with everything that is wrong, each with its field
     */
    static Rule read(String body) {
        try {
            return RuleFile.read(body);
        } catch (InvalidRuleException e) {
            throw problem(e);
        }
    }

    private static ProblemException problem(InvalidRuleException e) {
        List<Map<String, String>> problems = e.problems().stream()
                .map(problem -> Map.of("field", problem.field(), "detail", problem.why()))
                .toList();
        return new ProblemException(
                Problem.of(400, String.valueOf(e.getMessage())).with("problems", problems));
    }

    /**
     * Saves a rule.
     *
     * @throws ProblemException if its interval is finer than its sources speak
     */
    RuleVersion save(String action, Rule rule, Actor by) {
        Map<String, String> definition = Map.of("definition", RuleFile.write(rule));
        try {
            return audit.record(by, action, rule.id(), definition, () -> rules.save(rule, clock.instant()));
        } catch (InvalidRuleException e) {
            throw problem(e);
        }
    }

    void retire(String id, Actor by) {
        audit.record(by, "rule.retire", id, Map.of(), () -> rules.retire(id, clock.instant()));
    }
}
