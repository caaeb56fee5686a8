package org.tocsin.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;
import org.tocsin.alert.RuleStore;
import org.tocsin.alert.RuleVersion;
import org.tocsin.detect.Rule;

/** The rules: those in force and their versions; those that come from no file can be written here. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
public final class RuleResource {
    private final RuleStore rules;
    private final RulePen pen;

    RuleResource(RuleStore rules, RulePen pen) {
        this.rules = rules;
        this.pen = pen;
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

    /** The newest first, those that are out of force included. */
    @GET
    @Path("/{id}/versions")
    @Requires(Operation.READ)
    public Page<RuleAnswer> versions(@PathParam("id") String id) {
        List<RuleVersion> versions = rules.versions(id);
        if (versions.isEmpty()) {
            throw ProblemException.notFound("there never was a rule '" + id + "'");
        }
        return Page.whole(versions.stream().map(RuleAnswer::from).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Operation.MANAGE_RULES)
    public Response create(String body, @Context SecurityContext security) {
        Rule rule = RulePen.read(body);
        if (rules.find(rule.id()).isPresent()) {
            throw new ProblemException(
                    Problem.of(Response.Status.CONFLICT.getStatusCode(), "rule '" + rule.id() + "' is in force already")
                            .with("field", "id"));
        }
        RuleAnswer saved = RuleAnswer.from(pen.save("rule.create", rule, Entrance.actor(security)));
        return Response.created(URI.create("/api/v1/rules/" + rule.id()))
                .entity(saved)
                .build();
    }

    /** A new version of the rule; the same definition again makes none. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Operation.MANAGE_RULES)
    public RuleAnswer update(@PathParam("id") String id, String body, @Context SecurityContext security) {
        Rule rule = RulePen.read(body);
        if (!rule.id().equals(id)) {
            throw new ProblemException(Problem.field("id", "is '" + rule.id() + "'", List.of(id)));
        }
        get(id);
        return RuleAnswer.from(pen.save("rule.update", rule, Entrance.actor(security)));
    }

    /** Takes the rule out of force; what it decided stays and can be explained, what it has open is stood down within the hour. */
    @DELETE
    @Path("/{id}")
    @Requires(Operation.MANAGE_RULES)
    public void retire(@PathParam("id") String id, @Context SecurityContext security) {
        pen.retire(id, Entrance.actor(security));
    }
}
