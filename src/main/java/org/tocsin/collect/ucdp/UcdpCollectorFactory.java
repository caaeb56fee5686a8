package org.tocsin.collect.ucdp;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code ucdp}.
 *
 * @param baseUrl UCDP's own API where it is left out
 * @param token secret, sent in header {@code x-ucdp-access-token}; UCDP gives one by e-mail
 * @param versions that must be there, such as {@code 25.1}; none, and none optional: the newest final release and the candidates of the
 *     quarters and months since
 * @param optional versions that are passed over while they are not published, such as {@code 26.0.3} or {@code 26.01.26.03}
 */
@JsonTypeName("ucdp")
public record UcdpCollectorFactory(
        URI baseUrl, String schedule, String token, List<Version> versions, List<Version> optional)
        implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public UcdpCollectorFactory(
            @Nullable URI baseUrl,
            @Nullable String schedule,
            @Nullable String token,
            @Nullable List<Version> versions,
            @Nullable List<Version> optional) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://ucdpapi.pcr.uu.se/api"));
        this.schedule = requireNonNullElse(schedule, "0 10 3 ? * MON");
        this.token = requireNonNullElse(token, "");
        this.versions = List.copyOf(requireNonNullElse(versions, List.of()));
        this.optional = List.copyOf(requireNonNullElse(optional, List.of()));
    }

    @Override
    public Collector build() {
        return new UcdpCollector(new GedApi(baseUrl, token), versions, optional);
    }

    @Override
    public Optional<String> lacking() {
        return token.isBlank() ? Optional.of("token") : Optional.empty();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ucdp at " + baseUrl + " versions " + versions + " optional " + optional;
    }
}
