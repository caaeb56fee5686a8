package org.tocsin.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.alert.Decision;
import org.tocsin.alert.DecisionStore;
import org.tocsin.detect.Canonical;
import org.tocsin.detect.Change;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Judgement;
import org.tocsin.figure.Period;

/** Explains a decision: repeats it on its evidence, and says whether the store would give the same evidence again. */
public final class Explain {
    private final DecisionStore decisions;
    private final EvidenceReader evidence;

    /**
     * An explanation.
     *
     * @param repeated what the rule finds in the kept evidence now
     * @param same whether that is, byte for byte, what it found then
     * @param anew the evidence as the store gives it for the same moment; empty if it no longer gives any
     * @param storeAgrees whether those are the same points, and the same is beside them
     */
    public record Explanation(
            Decision decision, Judgement repeated, boolean same, Optional<Evidence> anew, boolean storeAgrees) {}

    public Explain(DecisionStore decisions, EvidenceReader evidence) {
        this.decisions = decisions;
        this.evidence = evidence;
    }

    /** Explains a decision by its id. */
    public Explanation of(UUID id) {
        Decision decision = decisions.get(id);
        Judgement repeated = decision.rule().rule().judge(decision.evidence());
        boolean same = Canonical.write(repeated).equals(Canonical.write(decision.judgement()));
        Optional<Evidence> anew = anew(decision);
        Evidence kept = decision.evidence();
        boolean agrees = anew.filter(now -> now.points().equals(kept.points()))
                .filter(now -> Objects.equals(now.aside(), kept.aside()))
                .isPresent();
        return new Explanation(decision, repeated, same, anew, agrees);
    }

    private Optional<Evidence> anew(Decision decision) {
        Evidence kept = decision.evidence();
        Period judged = kept.judged().period();
        Change change = new Change(kept.change().kind(), kept.change().previous(), judged);
        Instant asOf = kept.frame().asOf();
        List<Evidence> read = evidence.read(
                decision.rule().rule(),
                new EvidenceReader.Asked(kept.subject().scope(), decision.lineId(), Instant.EPOCH),
                change,
                judged,
                asOf,
                asOf);
        return read.stream()
                .filter(each -> each.judged().period().equals(judged))
                .findFirst();
    }
}
