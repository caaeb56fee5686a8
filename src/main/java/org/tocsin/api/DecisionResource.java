package org.tocsin.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.alert.DecisionEntry;
import org.tocsin.alert.DecisionFilter;
import org.tocsin.alert.DecisionStore;
import org.tocsin.crisis.CrisisStore;

/** The decisions, so that silence can be explained too. */
@Path("/api/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
public final class DecisionResource {
    private final DecisionStore decisions;
    private final CrisisStore crises;

    DecisionResource(DecisionStore decisions, CrisisStore crises) {
        this.decisions = decisions;
        this.crises = crises;
    }

    @GET
    @Requires(Operation.READ)
    public Page<DecisionAnswer> list(
            @QueryParam("fired") @Nullable String fired,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("crisis") @Nullable String crisis,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Parameters.limit(limit);
        String scope = crisis == null ? null : AlertReader.scope(crises, crisis);
        DecisionFilter filter = new DecisionFilter(Parameters.flag("fired", fired), rule, scope);
        Long before = Page.place(cursor, Long::valueOf);
        return Page.of(decisions.list(filter, before, most + 1), most, DecisionEntry::seq, DecisionAnswer::from);
    }
}
