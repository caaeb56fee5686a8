package org.tocsin.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.figure.Source;
import org.tocsin.figure.SourceId;
import org.tocsin.series.FigureId;
import org.tocsin.series.HeldFigure;
import org.tocsin.series.LineRef;
import org.tocsin.series.Scope;
import org.tocsin.series.SeriesRef;

/** Single figures: those a trend is made of, each with its history and where it was said. */
@Path("/api/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
public final class FigureResource {
    private final Doors.Known known;
    private final Discreet discreet;
    private final FigurePen pen;
    private final InstantSource clock;

    FigureResource(Doors.Known known, Discreet discreet, FigurePen pen, InstantSource clock) {
        this.pen = pen;
        this.known = known;
        this.discreet = discreet;
        this.clock = clock;
    }

    @GET
    @Requires(Operation.READ)
    public FigurePage list(@BeanParam FigureParameters parameters, @Context SecurityContext reader) {
        int limit = Parameters.limit(parameters.limit);
        List<LineRef> lines = lines(parameters);
        Map<SourceId, Source> sources = sources(lines);
        refuseRows(parameters, sources, reader);
        List<LineRef> open = lines.stream()
                .filter(line -> discreet.showsRows(reader, source(line, sources)))
                .toList();
        Instant asked = Parameters.until("asOf", parameters.asOf);
        Instant asOf = asked == null ? null : known.series().settled(asked, clock.instant());
        List<HeldFigure> found = found(open, parameters, asOf, limit);
        Page<FigureAnswer> page = Page.of(found, limit, HeldFigure::id, figure -> answer(figure, reader));
        return new FigurePage(page.items(), page.next(), asOf, credits(page, sources), withheld(sources, reader));
    }

    /** Takes in a batch, row by row; 422 if none of them is a figure. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Operation.POST_FIGURES)
    public Response post(
            InputStream in, @HeaderParam(Once.HEADER) @Nullable String key, @Context SecurityContext security)
            throws IOException {
        Once.Reply reply = pen.post(in, key, Entrance.actor(security));
        boolean good = reply.status() == Response.Status.OK.getStatusCode();
        return Response.status(reply.status())
                .type(good ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE)
                .entity(reply.json())
                .build();
    }

    @GET
    @Path("/{id}")
    @Requires(Operation.READ)
    public FigureAnswer get(@PathParam("id") String id, @Context SecurityContext reader) {
        return answer(history(known, discreet, id, reader).get(0), reader);
    }

    /** Every belief about the record, the newest first. */
    @GET
    @Path("/{id}/history")
    @Requires(Operation.READ)
    public Page<FigureAnswer> history(@PathParam("id") String id, @Context SecurityContext reader) {
        return Page.whole(history(known, discreet, id, reader).stream()
                .map(figure -> answer(figure, reader))
                .toList());
    }

    /** The beliefs about a record, if this reader may see its rows. */
    private static List<HeldFigure> history(Doors.Known known, Discreet discreet, String id, SecurityContext reader) {
        List<HeldFigure> beliefs = find(known, id);
        HeldFigure newest = beliefs.get(0);
        Source source = known.series().source(newest.line().attribution().source());
        if (!discreet.showsRows(reader, source)) {
            throw discreet.refusal("rows", source, newest);
        }
        return beliefs;
    }

    static List<HeldFigure> find(Doors.Known known, String id) {
        List<HeldFigure> beliefs = FigureId.parse(id)
                .map(parsed -> known.figures().history(parsed))
                .orElse(List.of());
        if (beliefs.isEmpty()) {
            throw ProblemException.notFound("no figure '" + id + "'");
        }
        return beliefs;
    }

    private FigureAnswer answer(HeldFigure figure, SecurityContext reader) {
        return FigureAnswer.from(discreet.shown(reader, figure), figure);
    }

    private Scope scope(FigureParameters parameters) {
        List<String> ids = known.crises().list().stream()
                .map(held -> held.crisis().id().value())
                .toList();
        String crisis = Parameters.required("crisis", parameters.crisis, ids);
        return CrisisResource.find(known.crises(), crisis).crisis().scope();
    }

    private List<LineRef> lines(FigureParameters parameters) {
        Scope scope = scope(parameters);
        return parameters.selections().stream()
                .flatMap(selection -> known.series().lines(scope, selection).stream())
                .toList();
    }

    private Map<SourceId, Source> sources(List<LineRef> lines) {
        return lines.stream()
                .map(line -> line.line().attribution().source())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), known.series()::source));
    }

    private static Source source(LineRef line, Map<SourceId, Source> sources) {
        return Objects.requireNonNull(sources.get(line.line().attribution().source()));
    }

    /** Who asks for the rows of a source by name is told why there are none. */
    private void refuseRows(FigureParameters parameters, Map<SourceId, Source> sources, SecurityContext reader) {
        if (parameters.source != null) {
            sources.values().stream()
                    .filter(source -> !discreet.showsRows(reader, source))
                    .forEach(source -> {
                        throw discreet.refusal("rows", source, null);
                    });
        }
    }

    private List<HeldFigure> found(
            List<LineRef> lines, FigureParameters parameters, @Nullable Instant asOf, int limit) {
        Scope scope = scope(parameters);
        List<SeriesRef> series = new ArrayList<>();
        lines.forEach(line -> series.addAll(known.series().series(line, scope)));
        FigureId after = Page.place(
                parameters.cursor,
                text -> FigureId.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException("not a cursor of this list")));
        return known.figures().list(series, parameters.span(), asOf, after, limit + 1);
    }

    private static List<SourceAnswer> credits(Page<FigureAnswer> page, Map<SourceId, Source> sources) {
        return page.items().stream()
                .map(figure -> new SourceId(figure.line().source()))
                .distinct()
                .map(id -> SourceAnswer.from(Objects.requireNonNull(sources.get(id))))
                .toList();
    }

    private List<String> withheld(Map<SourceId, Source> sources, SecurityContext reader) {
        return sources.values().stream()
                .filter(source -> !discreet.showsRows(reader, source))
                .map(source -> source.id().value())
                .sorted()
                .toList();
    }
}
