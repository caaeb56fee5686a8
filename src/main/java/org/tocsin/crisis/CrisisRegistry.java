package org.tocsin.crisis;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads crises from YAML; the program ships a starting registry of the current humanitarian-response crises. */
public final class CrisisRegistry {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private record Entry(
            String id,
            String name,
            LocalDate since,
            @Nullable List<String> glide,
            @Nullable List<String> keywords,
            List<ScopeLine> scope) {}

    private CrisisRegistry() {}

    /** The registry that ships with the program. */
    public static List<Crisis> shipped() {
        try (InputStream yaml = CrisisRegistry.class.getResourceAsStream("/crises.yml")) {
            return read(Objects.requireNonNull(yaml, "crises.yml is not on the classpath"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a list of crises; an unknown or missing key is an error that names it. */
    public static List<Crisis> read(InputStream yaml) throws IOException {
        return YAML.readValue(yaml, new TypeReference<List<Entry>>() {}).stream()
                .map(CrisisRegistry::crisis)
                .toList();
    }

    private static Crisis crisis(Entry entry) {
        return new Crisis(
                new CrisisId(entry.id()),
                entry.name(),
                entry.since(),
                Objects.requireNonNullElse(entry.glide(), List.of()),
                Objects.requireNonNullElse(entry.keywords(), List.of()),
                entry.scope());
    }
}
