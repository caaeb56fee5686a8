package org.tocsin.collect;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** Answers to read: our own in the test resources, and recorded ones that lie beside the project on some machines only. */
public final class Recorded {
    private static final Path SHARED = Path.of(System.getProperty("tocsin.shared", "../shared"), "sources", "recorded");

    private Recorded() {}

    /** A recorded answer; the test is skipped where there is none. */
    public static byte[] answer(String path) {
        Path file = SHARED.resolve(path);
        assumeTrue(Files.isRegularFile(file), "no recorded answer " + file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer of our own, from the test resources. */
    public static byte[] own(String resource) {
        try (InputStream in = Recorded.class.getResourceAsStream("/" + resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Document document(byte[] bytes, String url, String fetchedAt) {
        return MemoryArchive.document(bytes, URI.create(url), Instant.parse(fetchedAt));
    }

    public static JsonNode tree(byte[] bytes) {
        try {
            return new ObjectMapper().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
