package org.tocsin.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.collect.Run;
import org.tocsin.figure.SourceId;
import org.tocsin.series.SeriesStore;

/** The sources and their runs. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
public final class SourceResource {
    private final SeriesStore series;
    private final RunStarter runs;

    SourceResource(SeriesStore series, RunStarter runs) {
        this.series = series;
        this.runs = runs;
    }

    @GET
    @Requires(Operation.READ)
    public Page<SourceAnswer> list() {
        return Page.whole(series.sources().stream().map(SourceAnswer::from).toList());
    }

    @GET
    @Path("/{id}/runs")
    @Requires(Operation.READ)
    public Page<RunAnswer> runs(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        SourceId source = find(id);
        int most = Parameters.limit(limit);
        long before = Objects.requireNonNullElse(Page.place(cursor, Long::valueOf), Long.MAX_VALUE);
        return Page.of(runs.list(source, before, most + 1), most, Run::id, RunAnswer::from);
    }

    @POST
    @Path("/{id}/runs")
    @Requires(Operation.START_RUN)
    public Response start(@PathParam("id") String id, @Context SecurityContext security) {
        runs.start(find(id), Entrance.actor(security));
        return Response.accepted()
                .location(URI.create("/api/v1/sources/" + id + "/runs"))
                .build();
    }

    private SourceId find(String id) {
        return series.sources().stream()
                .map(source -> source.id())
                .filter(source -> source.value().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("no source '" + id + "'"));
    }
}
