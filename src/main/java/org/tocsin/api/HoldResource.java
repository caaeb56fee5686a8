package org.tocsin.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.series.HoldStore;

/** What was too implausible to be believed at once, for those who may let it go. */
@Path("/api/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
public final class HoldResource {
    private final HoldStore holds;

    HoldResource(HoldStore holds) {
        this.holds = holds;
    }

    @GET
    @Requires(Operation.RELEASE_HOLD)
    public Page<HoldAnswer> list() {
        return Page.whole(holds.list().stream().map(HoldAnswer::from).toList());
    }
}
