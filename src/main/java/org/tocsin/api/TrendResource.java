package org.tocsin.api;

import com.google.common.hash.Hashing;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;

/** A crisis over time, as JSON or CSV. */
@Path("/api/v1/crises/{id}/trends")
@Produces(MediaType.APPLICATION_JSON)
public final class TrendResource {
    private static final List<String> FORMATS = List.of("csv", "json");

    private final TrendReader reader;

    TrendResource(TrendReader reader) {
        this.reader = reader;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Requires(Operation.READ)
    public Response get(
            @PathParam("id") String id,
            @BeanParam TrendTableParameters parameters,
            @Context SecurityContext security,
            @Context Request request) {
        boolean csv = "csv".equals(Parameters.oneOf("format", parameters.format, FORMATS));
        TrendReader.Found found = reader.read(id, parameters, security);
        TrendAnswer answer = TrendAnswer.from(found);
        EntityTag tag = tag(found, csv ? "csv" : "json");
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged != null ? unchanged : body(answer, csv);
        found.trends().stream()
                .map(shown -> shown.trend().source().terms().link())
                .distinct()
                .forEach(licence -> response.link(licence, "license"));
        return response.tag(tag).build();
    }

    private static Response.ResponseBuilder body(TrendAnswer answer, boolean csv) {
        if (!csv) {
            return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE);
        }
        String name = answer.crisis() + "-" + answer.metric() + "-" + answer.interval() + ".csv";
        return Response.ok(TrendCsv.write(answer), TrendCsv.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /** Of what is said, not of the moment it was asked: an answer that says the same has the same tag. */
    static EntityTag tag(TrendReader.Found found, String format) {
        String said = format
                + found.crisis().id()
                + found.question().interval()
                + found.question().metric()
                + found.question().known().asOf()
                + found.trends();
        return new EntityTag(
                Hashing.sha256().hashString(said, StandardCharsets.UTF_8).toString(), true);
    }
}
