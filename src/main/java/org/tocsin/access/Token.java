package org.tocsin.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key's secret as its owner shows it: {@code tocsin_<id>_<32 random bytes in base64url>}. */
record Token(UUID id, String text) {
    private static final Pattern SHAPE =
            Pattern.compile("tocsin_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;

    static Token fresh(SecureRandom random) {
        UUID id = UUID.randomUUID();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Token(
                id,
                "tocsin_" + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty if the text has not the shape of a token. */
    static Optional<Token> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        return shape.matches() ? Optional.of(new Token(UUID.fromString(shape.group(1)), text)) : Optional.empty();
    }

    /** The SHA-256 of the whole text. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes the same time wherever the two differ. */
    boolean hashesTo(byte[] stored) {
        return MessageDigest.isEqual(hash(), stored);
    }

    @Override
    public String toString() {
        return "tocsin_" + id + "_...";
    }
}
