package org.tocsin.api;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The parameters of a trend as a picture. */
public final class TrendChartParameters extends TrendParameters {
    @QueryParam("theme")
    @Nullable
    String theme;

    @QueryParam("width")
    @Nullable
    String width;
}
