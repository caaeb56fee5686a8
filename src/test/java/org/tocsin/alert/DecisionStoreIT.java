package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.db.TestDatabase;
import org.tocsin.detect.Canonical;
import org.tocsin.detect.Reason;
import org.tocsin.detect.Rule;
import org.tocsin.detect.Where;
import org.tocsin.figure.Metric;

class DecisionStoreIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Jdbi JDBI = DATABASE.jdbi();
    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

    private final RuleStore rules = new RuleStore(JDBI);
    private final DecisionStore store = new DecisionStore(JDBI, rules);

    @BeforeEach
    void nothingHasHappened() {
        JDBI.useHandle(handle ->
                handle.execute("truncate alert_event, alert, decision, evidence, due, rule_version, rule cascade"));
        rules.provision(List.of(Finding.RULE), START);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aDecisionReadsBackWithItsEvidenceAndIsRepeatedByteForByte() {
        Decision decision = Finding.of(200, 0).decision().because(Reason.COOLING_DOWN);
        store.record(decision);

        Decision again = store.get(decision.id());

        assertThat(again).isEqualTo(decision);
        assertThat(Canonical.write(again.rule().rule().judge(again.evidence())))
                .isEqualTo(Canonical.write(decision.judgement()));
        assertThat(store.findEvidence(Canonical.sha256(Canonical.write(decision.evidence()))))
                .contains(decision.evidence());
    }

    @Test
    void theSameEvidenceIsKeptOnce() {
        store.record(Finding.of(200, 0).decision());
        store.record(Finding.of(200, 0).decision());
        store.record(Finding.of(201, 0).decision());

        assertThat(JDBI.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("select count(*) from evidence")
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(2);
    }

    @Test
    void decisionsAreListedNewestFirstByWhatIsAsked() {
        store.record(Finding.of(200, 0).decision());
        store.record(Finding.of(20, 1).decision());
        store.record(Finding.of(300, 2).decision());

        List<DecisionEntry> all = store.list(DecisionFilter.ALL, null, 2);
        assertThat(all).extracting(DecisionEntry::reason).containsExactly(Reason.FIRED, Reason.BELOW_THRESHOLD);
        assertThat(store.list(DecisionFilter.ALL, all.get(1).seq(), 2)).hasSize(1);
        assertThat(store.list(new DecisionFilter(true, "killed-in-a-day", "crisis:myanmar"), null, 9))
                .hasSize(2);
        assertThat(store.list(new DecisionFilter(false, null, null), null, 9))
                .extracting(entry -> entry.days().start())
                .containsExactly(Finding.FIRST.plusDays(1));
        assertThat(store.list(new DecisionFilter(null, null, "country:SDN"), null, 9))
                .isEmpty();
        assertThat(store.list(new DecisionFilter(null, "another-rule", null), null, 9))
                .isEmpty();
    }

    @Test
    void aDecisionThatNeverWasIsNamed() {
        assertThatExceptionOfType(NoSuchDecisionException.class)
                .isThrownBy(() -> store.get(new UUID(0, 7)))
                .withMessageContaining("no decision");
    }

    @Test
    void theSameDefinitionIsTheSameVersion() {
        Rule other = Finding.rule("injured-in-a-day", Metric.INJURED, Where.ANYWHERE);
        rules.provision(List.of(Finding.RULE, other), START.plusSeconds(1));
        rules.provision(List.of(other, Finding.RULE), START.plusSeconds(2));

        assertThat(rules.list())
                .containsExactly(new RuleVersion(other, 1, true), new RuleVersion(Finding.RULE, 1, true));
    }

    @Test
    void aChangedRuleIsANewVersionAndTheOldOneStays() {
        Rule changed = Finding.rule(Finding.RULE.id(), Metric.KILLED, Where.of(List.of("myanmar"), List.of()));
        rules.provision(List.of(changed), START.plusSeconds(1));

        assertThat(rules.find(Finding.RULE.id())).contains(new RuleVersion(changed, 2, true));
        assertThat(rules.get(Finding.RULE.id(), 1).rule()).isEqualTo(Finding.RULE);

        rules.provision(List.of(Finding.RULE), START);
        assertThat(rules.find(Finding.RULE.id())).contains(new RuleVersion(Finding.RULE, 3, true));
    }

    @Test
    void aRuleThatIsNoLongerProvidedIsRetired() {
        rules.provision(List.of(), START.plusSeconds(1));

        assertThat(rules.list()).isEmpty();
        assertThat(rules.get(Finding.RULE.id(), 1).rule()).isEqualTo(Finding.RULE);
        assertThatExceptionOfType(NoSuchRuleException.class)
                .isThrownBy(() -> rules.get(Finding.RULE.id(), 2))
                .withMessage("no rule killed-in-a-day version 2");
    }
}
