package org.tocsin.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.alert.AlertBook;
import org.tocsin.alert.AlertFilter;
import org.tocsin.crisis.CrisisId;
import org.tocsin.crisis.CrisisPicture;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.crisis.Scoped;
import org.tocsin.crisis.TrendQuestion;
import org.tocsin.figure.Metric;

/** The crises and how they stand. */
@Path("/api/v1/crises")
@Produces(MediaType.APPLICATION_JSON)
public final class CrisisResource {
    private static final int COUNTED = 1000;

    private final CrisisStore crises;
    private final CrisisPicture picture;
    private final AlertBook alerts;
    private final InstantSource clock;

    CrisisResource(CrisisStore crises, CrisisPicture picture, AlertBook alerts, InstantSource clock) {
        this.crises = crises;
        this.picture = picture;
        this.alerts = alerts;
        this.clock = clock;
    }

    @GET
    @Requires(Operation.READ)
    public Page<CrisisSummary> list() {
        return Page.whole(crises.list().stream().map(CrisisSummary::from).toList());
    }

    @GET
    @Path("/{id}")
    @Requires(Operation.READ)
    public CrisisAnswer get(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
        Instant moment = Parameters.until("asOf", asOf);
        TrendQuestion.Known known = picture.settled(new TrendQuestion.Known(moment, clock.instant()));
        CrisisStore.Versioned held = moment == null ? find(crises, id) : find(id, known.instant());
        return CrisisAnswer.from(
                held,
                known.instant(),
                picture.standings(held.crisis(), List.of(Metric.values()), known),
                picture.funding(held.crisis(), known).map(FundingAnswer::from).orElse(null),
                moment == null
                        ? open(held.crisis().id())
                        : alerts.countOpen(Scoped.CRISIS + held.crisis().id().value(), known.instant()));
    }

    /** The crisis with the scope of then. */
    private CrisisStore.Versioned find(String id, Instant asOf) {
        return crises.find(find(crises, id).crisis().id(), asOf)
                .orElseThrow(() -> ProblemException.notFound("crisis '" + id + "' had no scope yet at " + asOf));
    }

    /** The crisis of a path or a parameter; a problem if there is none. */
    static CrisisStore.Versioned find(CrisisStore crises, String id) {
        return CrisisId.read(id)
                .flatMap(crises::find)
                .orElseThrow(() -> ProblemException.notFound("no crisis '" + id + "'"));
    }

    private int open(CrisisId id) {
        AlertFilter filter = new AlertFilter(true, null, Scoped.CRISIS + id.value(), null, null);
        return alerts.list(filter, null, COUNTED).size();
    }
}
