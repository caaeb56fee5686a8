package org.tocsin.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.tocsin.collect.Document;
import org.tocsin.collect.DocumentStore;
import org.tocsin.collect.FetchedLog;
import org.tocsin.collect.RunCause;
import org.tocsin.collect.RunLog;
import org.tocsin.figure.SourceId;
import org.tocsin.series.Merge;

/** Takes in figures that a person hands over: the bytes are archived and read like any source's answer. */
public final class ImportStep {
    private final RunLog runs;
    private final DocumentStore documents;
    private final FetchedLog fetched;
    private final MergeStep merge;
    private final InstantSource clock;

    public ImportStep(RunLog runs, DocumentStore documents, FetchedLog fetched, MergeStep merge, InstantSource clock) {
        this.runs = runs;
        this.documents = documents;
        this.fetched = fetched;
        this.merge = merge;
        this.clock = clock;
    }

    /**
     * Archives and merges one body of figures of one source.
     *
     * @param from a name for where it came from, kept as its address
     */
    public RunSummary run(SourceId source, URI from, Merge.Telling telling, InputStream body, MergeStep.Reader reader)
            throws IOException {
        Instant now = clock.instant();
        long run = runs.start(source, RunCause.IMPORT, now);
        DocumentStore.Kept kept = documents.keep("text/csv", body);
        fetched.add(run, kept.sha256(), new FetchedLog.Asked("IMPORT", from.toString(), Map.of(), null, null), now);
        Document document =
                new Document(kept.sha256(), kept.mediaType(), now, from, kept.size(), documents.body(kept.sha256()));
        return merge.run(new MergeStep.Batch(run, source, telling, false, List.of(document), reader));
    }
}
