package org.tocsin.dashboard;

import java.net.URI;
import java.time.InstantSource;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.DecisionStore;
import org.tocsin.collect.SourceBook;
import org.tocsin.crisis.AppealStore;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Headline;
import org.tocsin.report.ChangeStore;
import org.tocsin.series.FigureStore;
import org.tocsin.series.HoldStore;
import org.tocsin.series.SeriesStore;

/**
 * All that the pages read.
 *
 * @param clock what time it is for readers
 */
public record Doors(Known known, Beside beside, Watched watched, InstantSource clock) {
    /** What is known. */
    public record Known(
            SeriesStore series,
            FigureStore figures,
            CrisisStore crises,
            AppealStore appeals,
            Headline headline,
            SourceBook sources) {}

    /** What is said beside the series: figures that wait to be believed, and changes told in percent. */
    public record Beside(HoldStore holds, ChangeStore changes) {}

    /**
     * What is watched.
     *
     * @param publicUrl where readers find the pages
     */
    public record Watched(DecisionStore decisions, AlertBook alerts, URI publicUrl) {}
}
