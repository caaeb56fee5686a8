package org.tocsin.api;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Method;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.access.AccessSettings;
import org.tocsin.access.Actor;
import org.tocsin.access.KeyStore;
import org.tocsin.access.Operation;
import org.tocsin.access.Requires;

/**
 * Lets in who may: reads {@code Authorization: Bearer}, names the actor of the request, and refuses what the method's
 * {@link Requires} does not allow them. A method that requires nothing is open to nobody.
 */
@Priority(Priorities.AUTHENTICATION)
final class Entrance implements ContainerRequestFilter {
    private static final String BEARER = "bearer ";

    private final KeyStore keys;
    private final AccessSettings settings;
    private final InstantSource clock;

    @Context
    private @Nullable ResourceInfo matched;

    @Context
    private @Nullable HttpServletRequest servlet;

    Entrance(KeyStore keys, AccessSettings settings, InstantSource clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Actor actor = actor(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (servlet != null) {
            actor = actor.from(servlet.getRemoteAddr());
        }
        check(actor, matched == null ? null : matched.getResourceMethod());
        request.setSecurityContext(
                new Entered(actor, request.getSecurityContext().isSecure()));
    }

    /** The actor of a request that was let in. */
    static Actor actor(SecurityContext security) {
        return (Actor) security.getUserPrincipal();
    }

    private Actor actor(@Nullable String header) {
        if (header == null) {
            return Actor.visitor();
        }
        return Optional.of(header)
                .filter(text -> text.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(text ->
                        keys.authenticate(text.substring(BEARER.length()).strip(), clock.instant()))
                .orElseThrow(() -> new ProblemException(Problem.of(401, "this key opens nothing")));
    }

    private void check(Actor actor, @Nullable Method method) {
        Requires requires = method == null ? null : method.getAnnotation(Requires.class);
        if (requires == null) {
            throw new ProblemException(Problem.of(403, "this is open to nobody"));
        }
        Operation operation = requires.value();
        if (actor.may(operation, settings)) {
            return;
        }
        throw new ProblemException(
                actor.role() == null
                        ? Problem.of(401, "this needs a key")
                        : Problem.of(403, "the role " + actor.role().word() + " may not do this"));
    }

    /** The actor as the framework carries it. */
    private record Entered(Actor actor, boolean secure) implements SecurityContext {
        @Override
        public Actor getUserPrincipal() {
            return actor;
        }

        @Override
        public boolean isUserInRole(String role) {
            return actor.role() != null && actor.role().word().equals(role);
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
