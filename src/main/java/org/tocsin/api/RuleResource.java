package org.tocsin.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.alert.RuleStore;

/** The rules in force. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
public final class RuleResource {
    private final RuleStore rules;

    RuleResource(RuleStore rules) {
        this.rules = rules;
    }

    @GET
    @Requires(Operation.READ)
    public Page<RuleAnswer> list() {
        return Page.whole(rules.list().stream().map(RuleAnswer::from).toList());
    }

    @GET
    @Path("/{id}")
    @Requires(Operation.READ)
    public RuleAnswer get(@PathParam("id") String id) {
        return rules.find(id)
                .map(RuleAnswer::from)
                .orElseThrow(() -> ProblemException.notFound("no rule '" + id + "' in force"));
    }
}
