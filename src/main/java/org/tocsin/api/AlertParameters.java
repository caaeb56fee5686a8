package org.tocsin.api;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which alerts are listed. */
public final class AlertParameters {
    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("crisis")
    @Nullable
    String crisis;

    /** The quietest level shown. */
    @QueryParam("severity")
    @Nullable
    String severity;

    @QueryParam("since")
    @Nullable
    String since;

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;
}
