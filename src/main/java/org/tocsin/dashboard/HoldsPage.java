package org.tocsin.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.crisis.Crisis;

/** The page of figures that wait to be believed; it shows them and says how a coordinator decides, and decides nothing. */
@Path("/holds")
@Produces(MediaType.TEXT_HTML)
public final class HoldsPage {
    private final Pages pages;
    private final CrisisDesk crises;
    private final HoldDesk holds;

    HoldsPage(Pages pages, CrisisDesk crises, HoldDesk holds) {
        this.pages = pages;
        this.crises = crises;
        this.holds = holds;
    }

    @GET
    @Requires(Operation.READ)
    public Response get(@QueryParam("crisis") @Nullable String id) {
        Crisis crisis = id == null
                ? null
                : crises.find(id)
                        .orElseThrow(() -> pages.refusal(
                                Response.Status.NOT_FOUND, "No such crisis", "There is no crisis '" + id + "'."));
        return pages.page("holds", "Figures that wait", holds.view(crisis));
    }
}
