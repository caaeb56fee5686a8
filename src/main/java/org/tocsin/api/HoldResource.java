package org.tocsin.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.tocsin.access.Actor;
import org.tocsin.access.Audit;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.collect.DocumentStore;
import org.tocsin.pipeline.HoldRelease;
import org.tocsin.pipeline.NoSuchHoldException;
import org.tocsin.series.HeldStatement;

/** What was too implausible to be believed at once, for those who may let it go. */
@Path("/api/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
public final class HoldResource {
    private static final int LONGEST_REASON = 1000;
    private static final String RELEASE = "release";

    private final Doors.Held held;
    private final DocumentStore documents;
    private final Audit audit;
    private final InstantSource clock;

    HoldResource(Doors.Held held, DocumentStore documents, Audit audit, InstantSource clock) {
        this.held = held;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What became of one.
     *
     * @param decision {@code release} or {@code drop}
     */
    public record Decided(String decision, String reason, HoldAnswer hold) {}

    @GET
    @Requires(Operation.RELEASE_HOLD)
    public Page<HoldAnswer> list() {
        return Page.whole(held.holds().list().stream().map(HoldAnswer::from).toList());
    }

    /** The archived bytes a waiting figure was read from, to be looked at before it is decided on. */
    @GET
    @Path("/{id}/document")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Requires(Operation.RELEASE_HOLD)
    public Response document(@PathParam("id") long id) {
        HeldStatement waiting = held.holds().findWaiting(id).orElseThrow(() -> new NoSuchHoldException(id));
        return DocumentResource.answer(documents, waiting.figure().provenance().document());
    }

    /** Believes it now or never, with a reason; not found when it does not wait any more. */
    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Operation.RELEASE_HOLD)
    public Decided decide(@PathParam("id") long id, InputStream in, @Context SecurityContext security)
            throws IOException {
        Actor by = Entrance.actor(security);
        Body body = Body.read(in, "decision", "reason");
        String decision = body.word("decision", List.of(RELEASE, "drop"));
        String reason = body.text("reason", LONGEST_REASON);
        HoldRelease.Ruling ruling = new HoldRelease.Ruling(
                by.name(),
                reason,
                () -> audit.record(by, "hold." + decision, String.valueOf(id), Map.of("reason", reason)));
        HeldStatement decided = decision.equals(RELEASE)
                ? held.release().release(id, ruling, clock.instant())
                : held.release().drop(id, ruling, clock.instant());
        return new Decided(decision, reason, HoldAnswer.from(decided));
    }
}
