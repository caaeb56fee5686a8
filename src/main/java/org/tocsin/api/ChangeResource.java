package org.tocsin.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Set;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.crisis.CrisisStore;
import org.tocsin.report.ChangeStore;

/** The changes that reports tell of a crisis in percent: shown beside a comparison, never points of a series. */
@Path("/api/v1/crises/{id}/changes")
@Produces(MediaType.APPLICATION_JSON)
public final class ChangeResource {
    private final CrisisStore crises;
    private final ChangeStore changes;
    private final InstantSource clock;

    ChangeResource(CrisisStore crises, ChangeStore changes, InstantSource clock) {
        this.crises = crises;
        this.changes = changes;
        this.clock = clock;
    }

    /** What was said of the countries of the crisis, the newest first. */
    @GET
    @Requires(Operation.READ)
    public Page<ChangeAnswer> list(@PathParam("id") String id) {
        Set<String> countries = CrisisResource.find(crises, id).crisis().scope().countries();
        return Page.whole(changes.list(countries, clock.instant()).stream()
                .map(ChangeAnswer::from)
                .toList());
    }
}
