package org.tocsin.api;

import jakarta.ws.rs.Consumes;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Actor;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.figure.SourceId;

/** The sources, how they stand, and their runs. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
public final class SourceResource {
    private final SourceReader reader;
    private final RunStarter starter;
    private final SourcePen pen;

    SourceResource(SourceReader reader, RunStarter starter, SourcePen pen) {
        this.reader = reader;
        this.starter = starter;
        this.pen = pen;
    }

    @GET
    @Requires(Operation.READ)
    public Page<SourceReport> list(@Context SecurityContext security) {
        return Page.whole(reader.list(Entrance.actor(security)));
    }

    @GET
    @Path("/{id}")
    @Requires(Operation.READ)
    public SourceReport get(@PathParam("id") String id, @Context SecurityContext security) {
        return reader.get(reader.find(id), Entrance.actor(security));
    }

    @GET
    @Path("/{id}/runs")
    @Requires(Operation.READ)
    public Page<RunAnswer> runs(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reader.runs(reader.find(id), Parameters.limit(limit), Page.place(cursor, Long::valueOf));
    }

    /** One run with the rows that it refused. */
    @GET
    @Path("/{id}/runs/{run}")
    @Requires(Operation.READ)
    public RunReport run(@PathParam("id") String id, @PathParam("run") long run) {
        return reader.run(reader.find(id), run);
    }

    /** Begins a run: fetches, or reads again what the run under {@code reread} archived. */
    @POST
    @Path("/{id}/runs")
    @Requires(Operation.START_RUN)
    public Response start(@PathParam("id") String id, InputStream in, @Context SecurityContext security)
            throws IOException {
        byte[] body = Body.bytes(in);
        Long reread = body.length == 0 ? null : Body.read(body, "reread").findNumber("reread");
        starter.start(reader.find(id), reread, Entrance.actor(security));
        return Response.accepted()
                .location(URI.create("/api/v1/sources/" + id + "/runs"))
                .build();
    }

    /** The schedule passes the source by until it is resumed; a run that is asked for still works. */
    @POST
    @Path("/{id}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Operation.PAUSE_SOURCE)
    public SourceReport pause(@PathParam("id") String id, InputStream in, @Context SecurityContext security)
            throws IOException {
        SourceId source = reader.find(id);
        Actor by = Entrance.actor(security);
        pen.pause(source, in, by);
        return reader.get(source, by);
    }

    @POST
    @Path("/{id}/resume")
    @Requires(Operation.PAUSE_SOURCE)
    public SourceReport resume(@PathParam("id") String id, @Context SecurityContext security) {
        SourceId source = reader.find(id);
        Actor by = Entrance.actor(security);
        pen.resume(source, by);
        return reader.get(source, by);
    }
}
