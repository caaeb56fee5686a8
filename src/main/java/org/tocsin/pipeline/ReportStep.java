package org.tocsin.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.collect.DocumentStore;
import org.tocsin.collect.FetchedLog;
import org.tocsin.collect.PublishedText;
import org.tocsin.collect.Rejection;
import org.tocsin.collect.RunCause;
import org.tocsin.collect.RunCounts;
import org.tocsin.collect.RunLog;
import org.tocsin.figure.SourceId;
import org.tocsin.report.CandidateStore;
import org.tocsin.report.Report;
import org.tocsin.report.ReportReader;
import org.tocsin.report.ReportStore;

/** Takes in a report: its text is archived and read once, what it may tell goes into the queue. */
public final class ReportStep {
    private static final Logger log = LoggerFactory.getLogger(ReportStep.class);
    private static final String COUNTER = "tocsin.report.reports";
    private static final String SAVEPOINT = "text";

    private final Jdbi jdbi;
    private final Archived archived;
    private final Kept kept;
    private final ReportReader reader;
    private final InstantSource clock;
    private final MeterRegistry meters;

    /** Where its bytes go. */
    public record Archived(RunLog runs, DocumentStore documents, FetchedLog fetched) {}

    /** Where it goes itself. */
    public record Kept(ReportStore reports, CandidateStore candidates) {}

    /** What came of a report: whether its text was new. */
    public record Taken(Report report, boolean added) {}

    public ReportStep(
            Jdbi jdbi, Archived archived, Kept kept, ReportReader reader, InstantSource clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.archived = archived;
        this.kept = kept;
        this.reader = reader;
        this.clock = clock;
        this.meters = meters;
        List.of("added", "known", "refused").forEach(outcome -> meters.counter(COUNTER, "outcome", outcome));
    }

    /**
     * Takes in a text; one that was there before adds nothing, whatever is said beside it.
     *
     * @param by who handed it in
     * @param witness told of a new report, in the transaction that keeps it
     */
    public Taken take(Report.About about, String text, String by, Consumer<Report> witness) {
        String sha256 = Report.sha256(text);
        Taken taken = kept.reports()
                .find(sha256)
                .map(report -> new Taken(report, false))
                .orElseGet(() -> keep(about, text, by, witness));
        log.info("reported {} added={}", taken.report().id(), taken.added());
        meters.counter(COUNTER, "outcome", taken.added() ? "added" : "known").increment();
        return taken;
    }

    /**
     * Takes in the texts that a source publishes, inside the transaction of their run.
     *
     * @return those that could not be taken in; each is refused alone, so that one text keeps no other from being read, run after run
     */
    List<Rejection> take(SourceId source, List<Reading.Told> texts) {
        List<Rejection> refused = new ArrayList<>();
        jdbi.useHandle(handle -> texts.forEach(told -> {
            handle.savepoint(SAVEPOINT);
            try {
                take(source, told.text());
                handle.releaseSavepoint(SAVEPOINT);
            } catch (RuntimeException e) {
                handle.rollbackToSavepoint(SAVEPOINT);
                log.warn("text refused source={} id={}", source, told.text().id(), e);
                meters.counter(COUNTER, "outcome", "refused").increment();
                refused.add(new Rejection(
                        told.document(), "text " + told.text().id(), "text", String.valueOf(e.getMessage())));
            }
        }));
        return refused;
    }

    private void take(SourceId source, PublishedText text) {
        Report.About about =
                new Report.About(text.title(), text.published(), text.link(), text.language(), text.countries());
        take(about, text.text(), source.value(), report -> {});
    }

    private Taken keep(Report.About about, String text, String by, Consumer<Report> witness) {
        ReportReader.Reading reading = reader.read(about, text);
        DocumentStore.Kept document = archive(text);
        UUID id = UUID.randomUUID();
        boolean added = jdbi.inTransaction(handle -> {
            Instant now = clock.instant();
            if (!kept.reports().add(id, about, text, by, now)) {
                return false;
            }
            log(id, about, document, reading, now);
            kept.candidates().add(id, reading.found(), now);
            witness.accept(kept.reports().get(id));
            return true;
        });
        Optional<Report> report = kept.reports().find(document.sha256());
        return new Taken(report.orElseThrow(), added);
    }

    /** A report is a run of its own, so that its bytes are found, and what could not be read is told, as of any source. */
    private void log(
            UUID id, Report.About about, DocumentStore.Kept document, ReportReader.Reading reading, Instant now) {
        long run = archived.runs().start(Report.SOURCE, RunCause.POST, now);
        String from = about.link() == null ? "report:" + id : about.link().toString();
        archived.fetched().add(run, document.sha256(), new FetchedLog.Asked("POST", from, Map.of(), null, null), now);
        archived.runs()
                .reject(
                        run,
                        reading.refused().stream()
                                .map(refused ->
                                        new Rejection(document.sha256(), refused.at(), refused.field(), refused.why()))
                                .toList());
        RunCounts counts = RunCounts.unmerged(reading.refused().size(), 1, document.size());
        archived.runs().finish(run, "unchanged", false, counts, now);
    }

    private DocumentStore.Kept archive(String text) {
        try {
            return archived.documents().keep("text/plain; charset=utf-8", new ByteArrayInputStream(Report.bytes(text)));
        } catch (IOException e) {
            throw new UncheckedIOException("the text cannot be archived", e);
        }
    }
}
