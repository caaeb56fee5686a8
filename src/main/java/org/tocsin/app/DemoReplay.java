package org.tocsin.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.tocsin.collect.Collector;
import org.tocsin.collect.table.TableReader;
import org.tocsin.figure.SourceId;
import org.tocsin.pipeline.ImportStep;
import org.tocsin.pipeline.MergeStep;
import org.tocsin.pipeline.RunSummary;

/** Plays the script through the real steps: the clock moves to when something became known, then it is merged, judged and swept. */
final class DemoReplay {
    private static final Duration SWEEP_EVERY = Duration.ofDays(7);

    private final Building building;
    private final DemoClock clock;
    private final TableReader tables = new TableReader();
    private final Collector fts;
    private int figures;
    private Instant lastSweep;

    DemoReplay(Building building, DemoClock clock) {
        this.building = building;
        this.clock = clock;
        this.fts = building.collector(new SourceId("fts"));
        this.lastSweep = clock.instant();
    }

    /** Plays all of it; {@code progress} is told the share done after each batch. */
    void run(List<DemoBatch> script, java.util.function.DoubleConsumer progress) throws IOException {
        int done = 0;
        for (DemoBatch batch : script) {
            sweepUntil(batch.known());
            clock.advance(batch.known());
            merge(batch);
            watch();
            progress.accept(++done / (double) script.size());
        }
        tellChanges();
        sweepUntil(DemoScript.END.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** How many figures were merged. */
    int figures() {
        return figures;
    }

    /** Changes told in percent become no figures; they are kept beside them. */
    private void tellChanges() {
        DemoScript.changes()
                .forEach((said, known) ->
                        building.wiring().stores.reported().changes().add(said, known));
    }

    private void merge(DemoBatch batch) throws IOException {
        ImportStep intake = building.wiring().steps.byHand().table();
        MergeStep.Reader reader = batch.source().equals(fts.source().id())
                ? fts::read
                : (document, found) -> tables.read(document, batch.source(), found);
        RunSummary summary = intake.run(
                batch.source(),
                batch.from(),
                batch.telling(),
                new ByteArrayInputStream(batch.body().getBytes(StandardCharsets.UTF_8)),
                reader);
        if (summary.failed() || summary.counts().rejected() > 0) {
            throw new IllegalStateException("the replay does not read its own tables: " + summary);
        }
        figures += summary.counts().merged().added() + summary.counts().merged().revised();
    }

    private void sweepUntil(Instant next) {
        for (Instant due = lastSweep.plus(SWEEP_EVERY); !due.isAfter(next); due = due.plus(SWEEP_EVERY)) {
            clock.advance(due);
            lastSweep = due;
            building.wiring().steps.sweep().run();
            watch();
        }
    }

    private void watch() {
        boolean more = true;
        while (more) {
            more = building.wiring().steps.watch().run();
        }
    }
}
