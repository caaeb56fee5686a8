package org.tocsin.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;

/** Two spans of a crisis side by side. */
@Path("/api/v1/crises/{id}/comparison")
@Produces(MediaType.APPLICATION_JSON)
public final class ComparisonResource {
    private final TrendReader reader;

    ComparisonResource(TrendReader reader) {
        this.reader = reader;
    }

    @GET
    @Requires(Operation.READ)
    public ComparisonAnswer get(
            @PathParam("id") String id, @BeanParam ComparisonParameters parameters, @Context SecurityContext security) {
        return reader.compare(id, parameters, security);
    }
}
