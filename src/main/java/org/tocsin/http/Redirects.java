package org.tocsin.http;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.utils.URIUtils;

/** Follows the redirects of one attempt as far as they stay among the hosts allowed, and leaves secrets behind at the first. */
final class Redirects {
    /** Where a redirect leads. */
    sealed interface Hop {
        record To(Call call) implements Hop {}

        record Refused(Reason reason, String detail) implements Hop {}
    }

    private static final int MOST = 5;

    private final FetchRequest request;
    private final Set<String> visited = new HashSet<>();

    Redirects(FetchRequest request) {
        this.request = request;
        visited.add(request.call().method() + request.uri());
    }

    Hop follow(Call from, Exchange.Reply reply) {
        Optional<URI> target = reply.header("Location").flatMap(location -> resolve(from.uri(), location));
        if (target.isEmpty()) {
            return refused("redirect without a usable Location");
        }
        URI uri = target.get();
        if (!from.uri().getScheme().equalsIgnoreCase(uri.getScheme())) {
            return refused("redirect to another scheme: " + uri.getScheme());
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || !mayGoTo(Call.authorityOf(uri))) {
            return refused("redirect to a host that is not allowed: " + uri.getHost());
        }
        return next(from, reply.status(), uri);
    }

    private Hop next(Call from, int status, URI uri) {
        boolean home = isHome(Call.authorityOf(uri));
        URI target = home ? uri : request.secrets().strip(uri);
        if (!home && request.secrets().leakIn(target, request.call())) {
            return refused("redirect would carry a secret to " + uri.getHost());
        }
        boolean keeps = Statuses.keepsMethod(status) || !from.method().equals("POST");
        String body = keeps ? from.body() : null;
        if (!home && body != null) {
            return refused("redirect would carry a body to " + uri.getHost());
        }
        String method = keeps ? from.method() : "GET";
        if (!visited.add(method + target)) {
            return new Hop.Refused(
                    Reason.REDIRECT_LOOP,
                    "redirected back to " + request.secrets().redact(target));
        }
        return visited.size() > MOST + 1
                ? refused("more than " + MOST + " redirects")
                : new Hop.To(new Call(method, target, headers(home, body != null), body));
    }

    private Map<String, String> headers(boolean home, boolean withBody) {
        Map<String, String> first = request.firstCall().headers();
        Map<String, String> headers =
                home ? new LinkedHashMap<>(first) : request.secrets().strip(first);
        if (!withBody) {
            headers.keySet().removeIf("Content-Type"::equalsIgnoreCase);
        }
        return headers;
    }

    private boolean mayGoTo(String authority) {
        return isHome(authority) || request.allowedHosts().stream().anyMatch(authority::equalsIgnoreCase);
    }

    private boolean isHome(String authority) {
        return authority.equals(request.call().authority());
    }

    private static Optional<URI> resolve(URI base, String location) {
        try {
            URI target = URIUtils.resolve(base, URI.create(location.strip()));
            URI bare = URI.create(target.toASCIIString().replaceFirst("#.*", ""));
            return bare.getHost() == null && bare.getScheme() == null ? Optional.empty() : Optional.of(bare);
        } catch (IllegalArgumentException e) {
            // Not an address at all: the caller says so.
            return Optional.empty();
        }
    }

    private static Hop refused(String detail) {
        return new Hop.Refused(Reason.BAD_REDIRECT, detail);
    }
}
