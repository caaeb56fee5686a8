package org.tocsin.pipeline;

import org.tocsin.crisis.AppealStore;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Headline;
import org.tocsin.series.FigureStore;
import org.tocsin.series.HoldStore;
import org.tocsin.series.SeriesStore;

/** Where the numbers around an alert are. */
public record Around(
        SeriesStore series,
        FigureStore figures,
        HoldStore holds,
        CrisisStore crises,
        AppealStore appeals,
        Headline headline) {}
