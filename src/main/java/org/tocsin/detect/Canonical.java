package org.tocsin.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Evidence in its one written form, so that it can be stored once, found by its hash, and judged again with the same answer: keys
 * sorted, absent values left out, decimals plain and without trailing zeros, ISO dates, no white space, UTF-8.
 */
public final class Canonical {
    private static final JsonMapper JSON = Wording.on(JsonMapper.builder()).build();

    private Canonical() {}

    /** The canonical JSON of the evidence. */
    public static String write(Evidence evidence) {
        return json(evidence);
    }

    /** A judgement in the same form, so that two of them can be compared byte for byte. */
    public static String write(Judgement judgement) {
        return json(judgement);
    }

    /**
     * Evidence as it was written.
     *
     * @throws IllegalArgumentException if the text is not evidence; the message names the place
     */
    public static Evidence evidence(String json) {
        return read(json, Evidence.class);
    }

    /**
     * A judgement as it was written.
     *
     * @throws IllegalArgumentException if the text is not a judgement; the message names the place
     */
    public static Judgement judgement(String json) {
        return read(json, Judgement.class);
    }

    /** SHA-256 of the UTF-8 bytes, as 64 lower-case hexadecimal digits. */
    public static String sha256(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value, e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
