package org.tocsin.api;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The parameters of a trend as a table. */
public final class TrendTableParameters extends TrendParameters {
    @QueryParam("format")
    @Nullable
    String format;
}
