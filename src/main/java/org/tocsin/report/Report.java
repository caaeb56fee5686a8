package org.tocsin.report;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.figure.SourceId;

/**
 * A text that tells figures in prose, as it was handed in.
 *
 * @param sha256 of the text in UTF-8, in hex; its name in the document archive
 */
public record Report(UUID id, String sha256, About about, String text, Received received) {
    /** Every figure that came out of prose is of this source. */
    public static final SourceId SOURCE = new SourceId("reports");

    /**
     * What is known of a text beside the text.
     *
     * @param link a page where a person can read it
     * @param language ISO 639-1; null if it was not said
     * @param countries ISO 3166-1 alpha-3, those the report is about, as far as it was said
     */
    public record About(
            String title,
            LocalDate published,
            @Nullable URI link,
            @Nullable String language,
            List<String> countries) {
        public About {
            countries = List.copyOf(countries);
        }
    }

    /**
     * When it came in, and by whom.
     *
     * @param seq its place among all reports, in the order in which they came
     */
    public record Received(long seq, Instant at, String by) {}

    /** The bytes that are archived. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The SHA-256 under which a text is archived, in hex. */
    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
