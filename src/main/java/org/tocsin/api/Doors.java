package org.tocsin.api;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.tocsin.access.AccessSettings;
import org.tocsin.access.Audit;
import org.tocsin.access.KeyStore;
import org.tocsin.access.RepeatBook;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.DecisionStore;
import org.tocsin.alert.RuleStore;
import org.tocsin.collect.DocumentStore;
import org.tocsin.collect.Pauses;
import org.tocsin.collect.RunLog;
import org.tocsin.collect.SourceBook;
import org.tocsin.crisis.AppealStore;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Headline;
import org.tocsin.pipeline.CollectStep;
import org.tocsin.pipeline.Explain;
import org.tocsin.pipeline.HoldRelease;
import org.tocsin.pipeline.PostStep;
import org.tocsin.pipeline.Preview;
import org.tocsin.pipeline.ReportStep;
import org.tocsin.pipeline.ReviewStep;
import org.tocsin.report.CandidateStore;
import org.tocsin.report.ChangeStore;
import org.tocsin.report.ReportStore;
import org.tocsin.report.Review;
import org.tocsin.series.FigureStore;
import org.tocsin.series.HoldStore;
import org.tocsin.series.SeriesStore;

/**
 * All that the API reads and calls.
 *
 * @param clock what time it is for readers
 */
public record Doors(
        Known known, Reported reported, Watched watched, Collected collected, Access access, InstantSource clock) {
    /** What is known. */
    public record Known(
            SeriesStore series,
            FigureStore figures,
            Held held,
            CrisisStore crises,
            AppealStore appeals,
            Headline headline) {}

    /** What waits to be believed, and who carries out what is decided on it. */
    public record Held(HoldStore holds, HoldRelease release) {}

    /** What is told in prose: its texts and their candidates, and the steps that take them in and decide. */
    public record Reported(
            ReportStore reports,
            CandidateStore candidates,
            ChangeStore changes,
            ReportStep report,
            Review events,
            ReviewStep review) {}

    /**
     * What is watched.
     *
     * @param publicUrl where readers find the pages
     */
    public record Watched(
            RuleStore rules,
            DecisionStore decisions,
            AlertBook alerts,
            Explain explain,
            Preview preview,
            URI publicUrl) {}

    /**
     * What is collected.
     *
     * @param background runs what a request starts but does not wait for; bounded, it refuses what is too much
     */
    public record Collected(RunLog runs, DocumentStore documents, Sources sources, Steps steps, Executor background) {}

    /** How the sources stand, and which of them somebody has paused. */
    public record Sources(SourceBook book, Pauses pauses) {}

    /** The steps that take figures in. */
    public record Steps(CollectStep collect, PostStep post) {}

    /** Who may. */
    public record Access(KeyStore keys, Audit audit, RepeatBook repeats, AccessSettings settings) {}
}
