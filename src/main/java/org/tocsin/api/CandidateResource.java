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
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.Actor;
import org.tocsin.access.Audit;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.figure.InvalidFigureException;
import org.tocsin.report.Candidate;

/** What reports seem to tell, beside their words, and the decision on each. */
@Path("/api/v1/candidates")
@Produces(MediaType.APPLICATION_JSON)
public final class CandidateResource {
    private final CandidateReader reader;
    private final Doors.Reported reported;
    private final Audit audit;

    CandidateResource(CandidateReader reader, Doors.Reported reported, Audit audit) {
        this.reader = reader;
        this.reported = reported;
        this.audit = audit;
    }

    /** The queue, in the order in which they came; those that wait unless another state is asked for. */
    @GET
    @Requires(Operation.REVIEW_CANDIDATES)
    public Page<CandidateAnswer> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("report") @Nullable String report,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Parameters.limit(limit);
        Candidate.State asked = Parameters.code("state", state, Candidate.State.class);
        UUID of = Parameters.read("report", report, UUID::fromString);
        long after = Objects.requireNonNullElse(Page.place(cursor, Long::valueOf), 0L);
        return Page.of(
                reported.candidates().list(asked == null ? Candidate.State.WAITING : asked, of, after, most + 1),
                most,
                candidate -> candidate.key().seq(),
                reader::answer);
    }

    @GET
    @Path("/{id}")
    @Requires(Operation.REVIEW_CANDIDATES)
    public CandidateAnswer get(@PathParam("id") UUID id) {
        return reader.answer(reported.candidates().get(id));
    }

    /** Confirms or rejects, once; a conflict if somebody has decided since the version that was read. */
    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Operation.REVIEW_CANDIDATES)
    public CandidateAnswer decide(@PathParam("id") UUID id, InputStream in, @Context SecurityContext security)
            throws IOException {
        Actor by = Entrance.actor(security);
        Candidate candidate = reported.candidates().get(id);
        try {
            PostedVerdict posted = PostedVerdict.read(in, candidate, by.name());
            return reader.answer(reported.review()
                    .decide(
                            id,
                            posted.verdict(),
                            () -> audit.record(by, posted.action(), id.toString(), posted.detail())));
        } catch (InvalidFigureException e) {
            throw PostedVerdict.problem(candidate, e);
        }
    }
}
