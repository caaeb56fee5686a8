package org.tocsin.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.pipeline.Preview;

/** What a rule would have done, before it is saved. */
@Path("/api/v1/rules/preview")
@Produces(MediaType.APPLICATION_JSON)
public final class PreviewResource {
    private final Preview preview;

    PreviewResource(Preview preview) {
        this.preview = preview;
    }

    /** Takes {@code {rule, from, to, scopes?}}; writes nothing. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Operation.MANAGE_RULES)
    public PreviewAnswer preview(String body) {
        PreviewRequest asked = PreviewRequest.read(body);
        return PreviewAnswer.from(preview.run(asked.rule(), asked.days(), asked.scopes(), share -> {}));
    }
}
