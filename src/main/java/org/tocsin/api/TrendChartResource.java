package org.tocsin.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.chart.ChartSvg;
import org.tocsin.chart.Theme;

/** A crisis over time as a picture, to be embedded; it carries its credit. */
@Path("/api/v1/crises/{id}/trends.svg")
@Produces("image/svg+xml")
public final class TrendChartResource {
    private static final int USUAL_WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int NARROWEST = 320;
    private static final int WIDEST = 1600;

    private final TrendReader reader;

    TrendChartResource(TrendReader reader) {
        this.reader = reader;
    }

    @GET
    @Requires(Operation.READ)
    public Response get(
            @PathParam("id") String id,
            @BeanParam TrendChartParameters parameters,
            @Context SecurityContext security,
            @Context Request request) {
        Theme theme = Objects.requireNonNullElse(Parameters.code("theme", parameters.theme, Theme.class), Theme.LIGHT);
        int width = width(parameters.width);
        if (TrendParameters.EVERY.equals(parameters.source)) {
            throw new ProblemException(Problem.field("source", "a picture shows one line", List.of()));
        }
        TrendReader.Found found = reader.read(id, parameters, security);
        EntityTag tag = TrendResource.tag(found, "svg" + theme + width);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(ChartSvg.draw(TrendChart.of(found, theme), width, HEIGHT)))
                .tag(tag)
                .build();
    }

    private static int width(@Nullable String text) {
        String allowed = NARROWEST + " to " + WIDEST;
        Integer width = Parameters.read("width", text, Integer::valueOf);
        if (width != null && (width < NARROWEST || width > WIDEST)) {
            throw new ProblemException(Problem.field("width", width + " is out of range", List.of(allowed)));
        }
        return width == null ? USUAL_WIDTH : width;
    }
}
