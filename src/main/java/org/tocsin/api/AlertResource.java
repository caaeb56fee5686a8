package org.tocsin.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.tocsin.access.Actor;
import org.tocsin.access.Audit;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.alert.Alert;

/** The alerts: what happened, why, and who has seen it. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class AlertResource {
    private final AlertReader reader;
    private final Audit audit;
    private final InstantSource clock;

    AlertResource(AlertReader reader, Audit audit, InstantSource clock) {
        this.reader = reader;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Requires(Operation.READ)
    public Page<AlertAnswer> list(@BeanParam AlertParameters parameters) {
        int limit = Parameters.limit(parameters.limit);
        Long before = Page.place(parameters.cursor, Long::valueOf);
        return Page.of(reader.list(parameters, before, limit + 1), limit, Alert::seq, AlertAnswer::from);
    }

    @GET
    @Path("/{id}")
    @Requires(Operation.READ)
    public AlertStory get(@PathParam("id") UUID id) {
        return reader.get(id);
    }

    @GET
    @Path("/{id}/explanation")
    @Requires(Operation.READ)
    public ExplanationAnswer explanation(@PathParam("id") UUID id, @Context SecurityContext security) {
        return reader.explanation(id, security);
    }

    /** Marks the alert as seen; the first mark stays. */
    @POST
    @Path("/{id}/acknowledgement")
    @Requires(Operation.ACKNOWLEDGE_ALERT)
    public AlertStory acknowledge(@PathParam("id") UUID id, @Context SecurityContext security) {
        Actor by = Entrance.actor(security);
        audit.record(
                by,
                "alert.acknowledge",
                id.toString(),
                Map.of(),
                () -> reader.alerts().acknowledge(id, by.name(), clock.instant()));
        return reader.get(id);
    }
}
