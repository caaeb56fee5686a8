package org.tocsin.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.detect.Aside;
import org.tocsin.detect.Cadence;
import org.tocsin.detect.Change;
import org.tocsin.detect.Divergence;
import org.tocsin.detect.Evidence;
import org.tocsin.detect.Joint;
import org.tocsin.detect.Rule;
import org.tocsin.figure.Period;
import org.tocsin.series.SeriesReading;

/** Adds to the evidence of a line what some detectors look at beside it; where none does, it stays what it is. */
final class Beside {
    /** How lines stand beside the judged one: nothing brought them up but that they were asked for. */
    static final Change STANDING = new Change(Change.SWEEP, null);

    private final SecondSource sources;
    private final SecondFinding findings;
    private final Silence silence;

    /** Reads the evidence of another rule, as {@link EvidenceReader#read}. */
    interface Reader {
        List<Evidence> read(
                Rule rule,
                EvidenceReader.Asked asked,
                Change change,
                Period touched,
                @Nullable Instant asOf,
                Instant now);
    }

    Beside(SeriesReading series, Silence silence, Reader reader) {
        this.silence = silence;
        this.sources = new SecondSource(series);
        this.findings = new SecondFinding(series, reader);
    }

    List<Evidence> add(Asking asking, List<Evidence> lines) {
        return lines.stream().map(line -> add(asking, line)).toList();
    }

    private Evidence add(Asking asking, Evidence line) {
        Cadence cadence = silence.of(asking);
        List<Evidence> others = new ArrayList<>();
        if (!asking.detectors(Divergence.class).isEmpty()) {
            sources.of(asking, line).ifPresent(others::add);
        }
        Evidence seen = with(line, others, cadence);
        if (asking.rule().detector() instanceof Joint joint
                && joint.detector().judge(seen).fired()) {
            others.addAll(findings.of(joint, asking, line));
        }
        return with(line, others, cadence);
    }

    private static Evidence with(Evidence line, List<Evidence> others, @Nullable Cadence cadence) {
        return others.isEmpty() && cadence == null
                ? line
                : new Evidence(
                        line.subject(),
                        line.frame(),
                        line.change(),
                        line.points(),
                        line.plan(),
                        new Aside(others, cadence));
    }
}
