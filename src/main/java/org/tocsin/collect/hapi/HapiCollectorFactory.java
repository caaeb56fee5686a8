package org.tocsin.collect.hapi;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.collect.Collector;
import org.tocsin.collect.CollectorFactory;

/**
 * The settings of source {@code hapi}.
 *
 * @param baseUrl HDX's own API where it is left out
 * @param appIdentifier secret; anybody makes one at {@code /encode_app_identifier}; without it only the files are read
 * @param subjects what is asked for, all where it is left out
 * @param files tables of the same columns to be read too, as HDX offers them for download; none where it is left out
 * @param allowedHosts where a download may lead, as {@code host} or {@code host:port}
 */
@JsonTypeName("hapi")
public record HapiCollectorFactory(
        URI baseUrl,
        String schedule,
        String appIdentifier,
        List<Subject> subjects,
        List<URI> files,
        Set<String> allowedHosts)
        implements CollectorFactory {
    // Jackson hands null for a key that is left out.
    public HapiCollectorFactory(
            @Nullable URI baseUrl,
            @Nullable String schedule,
            @Nullable String appIdentifier,
            @Nullable List<Subject> subjects,
            @Nullable List<URI> files,
            @Nullable Set<String> allowedHosts) {
        this.baseUrl = requireNonNullElse(baseUrl, URI.create("https://hapi.humdata.org/api/v2"));
        this.schedule = requireNonNullElse(schedule, "0 50 4 * * ?");
        this.appIdentifier = requireNonNullElse(appIdentifier, "");
        this.subjects = List.copyOf(requireNonNullElse(subjects, List.of(Subject.values())));
        this.files = List.copyOf(requireNonNullElse(files, List.of()));
        this.allowedHosts =
                Set.copyOf(requireNonNullElse(allowedHosts, Set.of("hdx-production-filestore.s3.amazonaws.com")));
    }

    @Override
    public Collector build() {
        return new HapiCollector(new HapiApi(baseUrl, appIdentifier), subjects, files, allowedHosts);
    }

    @Override
    public Optional<String> lacking() {
        return appIdentifier.isEmpty() && files.isEmpty() ? Optional.of("appIdentifier") : Optional.empty();
    }

    /** Without the app identifier, which holds a mail address. */
    @Override
    public String toString() {
        return "hapi at " + baseUrl + " subjects " + subjects + " files " + files;
    }
}
