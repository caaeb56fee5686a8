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
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Actor;
import org.tocsin.access.Audit;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.pipeline.ReportStep;
import org.tocsin.report.Report;

/** The texts that figures are read from. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportResource {
    private final Doors.Reported reported;
    private final Discreet discreet;
    private final Audit audit;
    private final InstantSource clock;

    ReportResource(Doors.Reported reported, Discreet discreet, Audit audit, InstantSource clock) {
        this.reported = reported;
        this.discreet = discreet;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes in a text; 200 and what is known of it if it was there before. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Operation.POST_REPORT)
    public Response post(InputStream in, @Context SecurityContext security) throws IOException {
        PostedReport posted = PostedReport.read(in, clock.instant());
        Actor by = Entrance.actor(security);
        ReportStep.Taken taken = reported.report()
                .take(
                        posted.about(),
                        posted.text(),
                        by.name(),
                        report -> audit.record(
                                by, "report.add", report.id().toString(), Map.of("sha256", report.sha256())));
        return Response.status(taken.added() ? Response.Status.CREATED : Response.Status.OK)
                .location(URI.create("/api/v1/reports/" + taken.report().id()))
                .entity(whole(taken.report(), security))
                .build();
    }

    @GET
    @Requires(Operation.READ)
    public Page<ReportAnswer> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Parameters.limit(limit);
        Long before = Page.place(cursor, Long::valueOf);
        return Page.of(
                reported.reports().list(before, most + 1),
                most,
                report -> report.received().seq(),
                ReportAnswer::listed);
    }

    @GET
    @Path("/{id}")
    @Requires(Operation.READ)
    public ReportAnswer get(@PathParam("id") UUID id, @Context SecurityContext reader) {
        return whole(reported.reports().get(id), reader);
    }

    private ReportAnswer whole(Report report, SecurityContext reader) {
        return ReportAnswer.from(report, reported.candidates().count(report.id()), discreet.trusts(reader));
    }
}
