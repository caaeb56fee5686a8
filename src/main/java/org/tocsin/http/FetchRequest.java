package org.tocsin.http;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what to fetch, what of it is secret, what we already have, and where it may lead.
 *
 * @param client who asks, from a closed set such as the names of sources: the label of the metrics
 * @param call what is sent first; a fetch only asks, so a POST may be sent more than once
 * @param validators what we have: with any, the answer can be {@link Fetch.NotModified}
 * @param allowedHosts where redirects may lead besides the first host, as {@code host} or {@code host:port}
 * @param interval least time between two requests to one host; the larger of this and {@link HostPolicy#interval()} counts
 */
public record FetchRequest(
        String client, Call call, Secrets secrets, Validators validators, Set<String> allowedHosts, Duration interval) {
    public FetchRequest {
        if (client.isBlank()) {
            throw new IllegalArgumentException("client is blank");
        }
        if (interval.isNegative()) {
            throw new IllegalArgumentException("interval is negative: " + interval);
        }
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** A plain GET: nothing secret, nothing known, no other host. */
    public static FetchRequest get(String client, URI uri) {
        return of(client, new Call("GET", uri, Map.of(), null));
    }

    /** A question too long for an address, sent as UTF-8. */
    public static FetchRequest post(String client, URI uri, String mediaType, String body) {
        return of(client, new Call("POST", uri, Map.of("Content-Type", mediaType), body));
    }

    /** A header for everybody's eyes; replaces one of the same name. */
    public FetchRequest withHeader(String name, String value) {
        return new FetchRequest(client, call.withHeader(name, value), secrets, validators, allowedHosts, interval);
    }

    /** A header that is neither shown nor sent to another host. */
    public FetchRequest withSecretHeader(String name, String value) {
        Call more = call.withHeader(name, value);
        return new FetchRequest(client, more, secrets.withHeader(name), validators, allowedHosts, interval);
    }

    /** Marks a query parameter, already in the address, or a field of the form, as one that is neither shown nor sent to another host. */
    public FetchRequest withSecretParameter(String name) {
        return new FetchRequest(client, call, secrets.withParameter(name), validators, allowedHosts, interval);
    }

    /** Ask only for what is newer than this, as {@link Fetch.Answer#validators()} gave it. */
    public FetchRequest unlessStill(@Nullable String etag, @Nullable String lastModified) {
        Validators known = new Validators(etag, lastModified);
        return new FetchRequest(client, call, secrets, known, allowedHosts, interval);
    }

    /** One more host, as {@code host} or {@code host:port}, that a redirect may lead to. */
    public FetchRequest allowing(String host) {
        Set<String> more = new HashSet<>(allowedHosts);
        more.add(host);
        return new FetchRequest(client, call, secrets, validators, more, interval);
    }

    /** More distance between requests to one host than usual. */
    public FetchRequest atMostEvery(Duration least) {
        return new FetchRequest(client, call, secrets, validators, allowedHosts, least);
    }

    /** As it is sent, secrets and all: not for logs. */
    public URI uri() {
        return call.uri();
    }

    /** The address to archive and to log: each secret parameter's value replaced by its name, {@code ?key=<key>}. */
    public String redactedUri() {
        return secrets.redact(call.uri());
    }

    /** The headers to archive, the conditional ones among them, each secret value replaced by its name. */
    public Map<String, String> redactedHeaders() {
        return secrets.redact(firstCall().headers());
    }

    @Override
    public String toString() {
        return client + ": " + call.method() + " " + redactedUri();
    }

    Call firstCall() {
        return validators.applyTo(call);
    }

    private static FetchRequest of(String client, Call call) {
        return new FetchRequest(client, call, Secrets.USUAL, Validators.NONE, Set.of(), Duration.ZERO);
    }
}
