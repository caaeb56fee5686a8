package org.tocsin.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Canonical;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Reason;

/** The only door to decisions and their evidence; neither is ever changed. */
public final class DecisionStore {
    private final Jdbi jdbi;
    private final RuleStore rules;

    public DecisionStore(Jdbi jdbi, RuleStore rules) {
        this.jdbi = jdbi;
        this.rules = rules;
    }

    /**
     * Keeps a decision; the same evidence is kept once.
     *
     * @return its id
     */
    public UUID record(Decision decision) {
        String body = Canonical.write(decision.evidence());
        String sha256 = Canonical.sha256(body);
        DecisionDao.Written written = new DecisionDao.Written(
                decision.rule().rule().id(),
                decision.rule().version(),
                decision.lineId(),
                sha256,
                Canonical.write(decision.judgement()),
                decision.reason().code());
        jdbi.useTransaction(handle -> {
            DecisionDao dao = handle.attach(DecisionDao.class);
            dao.keep(sha256, body);
            dao.add(
                    decision.id(),
                    decision.evidence().subject().scope(),
                    decision.judgement().fired(),
                    written,
                    decision.days(),
                    decision.knownAt());
        });
        return decision.id();
    }

    /** The decision with its evidence and the version of the rule that made it. */
    public Decision get(UUID id) {
        DecisionDao.Written written = jdbi.withExtension(DecisionDao.class, dao -> dao.find(id))
                .orElseThrow(() -> new NoSuchDecisionException(id));
        return new Decision(
                id,
                rules.get(written.rule(), written.version()),
                written.lineId(),
                Canonical.evidence(written.evidence()),
                Canonical.judgement(written.judgement()),
                Reason.of(written.reason()));
    }

    /** Evidence by the SHA-256 of its canonical JSON. */
    public Optional<Evidence> findEvidence(String sha256) {
        return jdbi.withExtension(DecisionDao.class, dao -> dao.evidence(sha256))
                .map(Canonical::evidence);
    }

    /**
     * Decisions, newest first.
     *
     * @param before only those with a smaller {@code seq}; null for the newest
     */
    public List<DecisionEntry> list(DecisionFilter filter, @Nullable Long before, int limit) {
        long end = before == null ? Long.MAX_VALUE : before;
        return jdbi.withExtension(DecisionDao.class, dao -> dao.list(filter, end, limit));
    }
}
