package org.tocsin.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.collect.Document;
import org.tocsin.collect.DocumentStore;
import org.tocsin.collect.FetchedLog;
import org.tocsin.collect.Intake;
import org.tocsin.collect.Rejection;
import org.tocsin.collect.RunCause;
import org.tocsin.collect.UnreadableDocumentException;
import org.tocsin.figure.SourceId;
import org.tocsin.series.Merge;

/** Takes in figures that a program posts: the bytes are archived, and good rows are merged as one run whatever the others are. */
public final class PostStep {
    private static final Logger log = LoggerFactory.getLogger(PostStep.class);

    private final ReportStep.Archived archived;
    private final Set<SourceId> byHand;
    private final Reader reader;
    private final MergeStep merge;
    private final InstantSource clock;

    /** Reads what is posted of one source. */
    public interface Reader {
        void read(Document document, SourceId source, Intake intake) throws UnreadableDocumentException;
    }

    /**
     * What somebody posts.
     *
     * @param address where it was posted to
     * @param history whether it tells of the past and rings nothing
     */
    public record Posting(SourceId source, String address, boolean history) {}

    /**
     * What came of it.
     *
     * @param refused rows that are no figures, each with its field and why
     */
    public record Posted(RunSummary run, String document, List<Rejection> refused) {}

    /**
     * @param archived where the bytes and the run go
     * @param byHand the sources whose figures people hand over
     */
    public PostStep(
            ReportStep.Archived archived, Set<SourceId> byHand, Reader reader, MergeStep merge, InstantSource clock) {
        this.archived = archived;
        this.byHand = Set.copyOf(byHand);
        this.reader = reader;
        this.merge = merge;
        this.clock = clock;
    }

    /** The sources whose figures can be posted. */
    public Set<SourceId> sources() {
        return byHand;
    }

    /**
     * Archives and merges one batch.
     *
     * @param witness told of the run in the transaction that merges it
     * @throws IllegalArgumentException if the source is none of {@link #sources()}
     */
    public Posted take(Posting posting, byte[] body, Consumer<Long> witness) {
        if (!byHand.contains(posting.source())) {
            throw new IllegalArgumentException("figures of '" + posting.source() + "' are not handed over");
        }
        Instant now = clock.instant();
        DocumentStore.Kept kept = archive(body);
        long run = archived.runs().start(posting.source(), RunCause.POST, now);
        archived.fetched()
                .add(run, kept.sha256(), new FetchedLog.Asked("POST", posting.address(), Map.of(), null, null), now);
        Document document = new Document(
                kept.sha256(),
                kept.mediaType(),
                now,
                Document.address(posting.address()),
                kept.size(),
                archived.documents().body(kept.sha256()));
        List<Rejection> refused = new ArrayList<>();
        MergeStep.Reader listening = (read, intake) -> {
            refused.clear();
            reader.read(read, posting.source(), new Refusals(intake, read, refused));
        };
        Merge.Telling telling = posting.history() ? Merge.Telling.HISTORY : Merge.Telling.NEWS;
        RunSummary summary = merge.run(
                new MergeStep.Batch(run, posting.source(), telling, false, List.of(document), listening), () -> {
                    witness.accept(run);
                    return true;
                });
        log.info("posted run={} source={} refused={}", run, posting.source(), refused.size());
        return new Posted(summary, kept.sha256(), List.copyOf(refused));
    }

    private DocumentStore.Kept archive(byte[] body) {
        try {
            return archived.documents().keep("application/json", new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new UncheckedIOException("the figures cannot be archived", e);
        }
    }
}
