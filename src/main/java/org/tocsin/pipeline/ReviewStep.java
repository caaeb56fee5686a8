package org.tocsin.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.collect.Document;
import org.tocsin.collect.DocumentStore;
import org.tocsin.collect.Failure;
import org.tocsin.collect.RunCause;
import org.tocsin.collect.RunLog;
import org.tocsin.figure.Figure;
import org.tocsin.report.Candidate;
import org.tocsin.report.CandidateDecidedException;
import org.tocsin.report.CandidateStore;
import org.tocsin.report.Confirmation;
import org.tocsin.report.Report;
import org.tocsin.report.ReportStore;
import org.tocsin.report.Review;
import org.tocsin.report.Verdict;
import org.tocsin.series.Merge;

/** Carries out what a reviewer decided: the candidate, its figure and what that makes due are one transaction, or nothing. */
public final class ReviewStep {
    private static final Logger log = LoggerFactory.getLogger(ReviewStep.class);
    private static final String COUNTER = "tocsin.report.decisions";

    private final Jdbi jdbi;
    private final Read read;
    private final Review review;
    private final MergeStep merge;
    private final InstantSource clock;
    private final MeterRegistry meters;

    /** What is looked up. */
    public record Read(RunLog runs, DocumentStore documents, ReportStore reports, CandidateStore candidates) {}

    public ReviewStep(Jdbi jdbi, Read read, Review review, MergeStep merge, InstantSource clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.read = read;
        this.review = review;
        this.merge = merge;
        this.clock = clock;
        this.meters = meters;
        for (Candidate.State state : Candidate.State.values()) {
            if (state != Candidate.State.WAITING) {
                count(state, 0);
            }
        }
    }

    /**
     * Decides on a candidate, once.
     *
     * @param witness called in the transaction of the decision
     * @return the candidate as it stands then
     * @throws CandidateDecidedException if it does not wait in the version the reviewer has seen
     * @throws org.tocsin.figure.InvalidFigureException if it cannot be confirmed as it is; names the field to correct
     */
    public Candidate decide(UUID id, Verdict verdict, Runnable witness) {
        Candidate candidate = read.candidates().get(id);
        if (candidate.standing().state() != Candidate.State.WAITING
                || candidate.standing().version() != verdict.version()) {
            throw new CandidateDecidedException(candidate);
        }
        if (verdict instanceof Verdict.Reject reject) {
            reject(id, reject, witness);
        } else {
            confirm(candidate, (Verdict.Confirm) verdict, witness);
        }
        Candidate decided = read.candidates().get(id);
        log.info(
                "reviewed {} as {} by={} rule={}",
                id,
                decided.standing().state().code(),
                verdict.by(),
                decided.trust().rule());
        count(decided.standing().state(), 1);
        return decided;
    }

    private void reject(UUID id, Verdict.Reject verdict, Runnable witness) {
        Candidate.Ruling ruling = new Candidate.Ruling(clock.instant(), verdict.by(), verdict.reason(), null, null);
        jdbi.useTransaction(handle -> {
            if (!read.candidates().reject(id, verdict.version(), ruling)) {
                throw new CandidateDecidedException(read.candidates().get(id));
            }
            witness.run();
        });
    }

    private void confirm(Candidate candidate, Verdict.Confirm verdict, Runnable witness) {
        Report report = read.reports().get(candidate.key().report());
        Instant now = clock.instant();
        Confirmation confirmed = review.prepare(candidate, report, verdict, now);
        Review.Settled settled = confirmed.figure() == null
                ? jdbi.inTransaction(handle -> settle(confirmed, verdict, witness))
                : merge(confirmed, confirmed.figure(), report, verdict, witness);
        if (settled == Review.Settled.LOST) {
            throw new CandidateDecidedException(read.candidates().get(candidate.id()));
        }
    }

    private Review.Settled settle(Confirmation confirmed, Verdict.Confirm verdict, Runnable witness) {
        Review.Settled settled = review.settle(confirmed, verdict);
        if (settled != Review.Settled.LOST) {
            witness.run();
        }
        return settled;
    }

    private Review.Settled merge(
            Confirmation confirmed, Figure figure, Report report, Verdict.Confirm verdict, Runnable witness) {
        Document document = read.documents()
                .find(report.sha256())
                .orElseThrow(() -> new IllegalStateException("the archive has lost the text of report " + report.id()));
        long run = read.runs()
                .start(Report.SOURCE, RunCause.POST, confirmed.ruling().at());
        AtomicReference<Review.Settled> settled = new AtomicReference<>();
        RunSummary summary = merge.run(
                new MergeStep.Batch(
                        run,
                        Report.SOURCE,
                        verdict.history() ? Merge.Telling.HISTORY : Merge.Telling.NEWS,
                        false,
                        List.of(document),
                        (text, intake) -> intake.figure(figure)),
                () -> {
                    settled.set(settle(confirmed, verdict, witness));
                    return settled.get() == Review.Settled.COUNTS;
                });
        Failure failure = summary.failure();
        if (failure != null) {
            throw new ReviewFailedException("candidate " + confirmed.candidate().id() + " still waits: " + failure);
        }
        return Objects.requireNonNull(settled.get(), "what is merged was settled first");
    }

    private void count(Candidate.State state, int decisions) {
        meters.counter(COUNTER, "decision", state.name().toLowerCase(Locale.ROOT))
                .increment(decisions);
    }
}
